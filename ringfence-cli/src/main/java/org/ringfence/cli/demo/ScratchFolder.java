package org.ringfence.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for its owner alone, which is removed with all that is in it.
 *
 * @param path where it is
 */
public record ScratchFolder(Path path) implements AutoCloseable {
  private static final int TRIES = 3;

  /**
   * A new one.
   *
   * @param parent where it is made
   * @throws IOException with a sentence for the operator where it cannot be made
   */
  public static ScratchFolder in(Path parent) throws IOException {
    try {
      return new ScratchFolder(Files.createTempDirectory(parent, "ringfence-demo-"));
    } catch (IOException failure) {
      throw new IOException(
          parent
              + ": no folder can be made there. Name another folder for temporary files with the"
              + " variable TMPDIR.",
          failure);
    }
  }

  /** A folder in it, which is made where it is missing. */
  public Path folder(String name) throws IOException {
    return Files.createDirectories(path.resolve(name));
  }

  /** Removes it; what somebody else writes into it meanwhile is removed with the next try. */
  @Override
  public void close() throws IOException {
    for (int i = 1; Files.exists(path); i++) {
      try {
        remove();
      } catch (IOException failure) {
        if (i == TRIES) {
          throw failure;
        }
      }
    }
  }

  private void remove() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(path)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    } catch (NoSuchFileException gone) {
      return;
    }
    for (Path one : all) {
      Files.deleteIfExists(one);
    }
  }
}
