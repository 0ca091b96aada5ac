package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real command in a process of its own, for tests that need its heap or its whole output. */
public final class Command {
  private Command() {}

  /**
   * Runs the command and gives its standard output. Fails where it breaks instead of answering.
   *
   * @param heap the largest heap, as the option -Xmx takes it
   */
  public static String run(String heap, String... arguments)
      throws IOException, InterruptedException {
    Path errors = Files.createTempFile("ringfence", ".err");
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + heap,
                "-Djava.awt.headless=true",
                "-Dringfence.home=" + System.getProperty("ringfence.root"),
                "-cp",
                System.getProperty("java.class.path"),
                Ringfence.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    String said = Files.readString(errors);
    Files.delete(errors);
    assertThat(said).doesNotContain("OutOfMemoryError", "Exception");
    assertThat(exit).as(said).isLessThan(2);
    return output;
  }
}
