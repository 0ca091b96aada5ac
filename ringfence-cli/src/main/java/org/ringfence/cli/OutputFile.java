package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the files that a user asked for. */
final class OutputFile {
  private OutputFile() {}

  /**
   * Writes {@code text} to {@code file} as UTF-8.
   *
   * @throws CommandFailure where that cannot be done
   */
  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new CommandFailure(
          file + ": this file could not be written. Check that its folder exists and is yours.",
          failure);
    }
  }
}
