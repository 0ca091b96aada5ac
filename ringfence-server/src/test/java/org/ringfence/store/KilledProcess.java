package org.ringfence.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A Java process of our own that is killed while it speaks. */
final class KilledProcess {
  private KilledProcess() {}

  /**
   * What the process said until it was killed, after {@code lines} lines. The last line is left
   * out: the kill may have cut it short.
   */
  static List<String> said(int lines, Class<?> program, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> said = new ArrayList<>();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      output.lines().limit(lines).forEach(said::add);
      // The handle's: the process's own would close the stream with what was said already.
      process.toHandle().destroyForcibly();
      output.lines().forEach(said::add);
    }
    if (said.size() < lines) {
      throw new IOException("The process ended by itself after " + said);
    }
    return said.subList(0, said.size() - 1);
  }
}
