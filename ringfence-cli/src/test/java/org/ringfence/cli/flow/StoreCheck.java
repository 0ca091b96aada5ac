package org.ringfence.cli.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ringfence store check}, as an administrator runs it. */
final class StoreCheck {
  private StoreCheck() {}

  /** What it says; the first word is its exit code. */
  static String of(Path folder) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.ringfence.cli.Ringfence",
                    "store",
                    "check",
                    folder.resolve("ringfence.yaml").toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("check").toFile());
    builder.environment().put("XDG_STATE_HOME", folder.toString());
    Process process = builder.start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("The check of the store does not end.");
    }
    return process.exitValue() + " " + Files.readString(folder.resolve("check"));
  }
}
