package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code demo} as a process of its own, as a stranger starts it. */
final class DemoCommandTest {
  @TempDir Path folder = Path.of("");

  /** What it did. */
  private record Ran(int code, String out, String err) {
    /** What stands about a mail, up to the next one. */
    String about(String mail) {
      int start = out.indexOf(mail);
      int end = out.indexOf(".eml\n", start + mail.length());
      return out.substring(start, end < 0 ? out.length() : end);
    }
  }

  @Test
  void demoOnce_showsWhatBecameOfEachMail_andLeavesNothing() throws Exception {
    Ran ran = run("demo", "--once");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.about("windows-defender-389-90-direct.eml"))
        .contains("ines@contoso.example: quarantined (rule callback-phishing)")
        .contains("soc@contoso.example: delivered with a warning and disarmed numbers");
    assertThat(ran.out())
        .contains("metric-alert-common-schema-fired.eml  ops@contoso.example: delivered\n")
        .contains("redirected to phishing@contoso.example (rule lure-through-a-strangers-list)")
        .contains("ops@contoso.example: held until ")
        .contains("44 mails for 46 recipients in ")
        .contains("delivered then: platforms/stripe/genuine/");
    assertThat(shares(ran.out(), "/abused\n")).doesNotContain("  clear ");
    assertThat(leftOver()).isEmpty();
  }

  /** What stands below headings that end so. */
  private static String shares(String out, String heading) {
    return Stream.of(out.split("\n\n", -1))
        .filter(block -> block.strip().contains(heading))
        .reduce("", String::concat);
  }

  @Test
  void demo_saysWhereToLook_andCleansUpWhenItIsStopped() throws Exception {
    Process process = start("demo");
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (line.startsWith("Ctrl-C")) {
          // By its handle: Process.destroy would close the stream too.
          process.toHandle().destroy();
        }
      }
    }

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(String.join("\n", lines))
        .contains("delivered mails       " + folder.resolve("tmp"))
        .contains("/api/v1/quarantine\n")
        .contains("/metrics");
    assertThat(leftOver()).isEmpty();
  }

  @Test
  void portThatIsTaken_isSaid_andNothingIsLeft() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Ran ran = run("demo", "--once", "--http-port", port);

      assertThat(ran.code()).isEqualTo(ExitCodes.ERROR);
      assertThat(ran.err()).contains("127.0.0.1:" + port).doesNotContain("\tat ");
    }
    assertThat(leftOver()).isEmpty();
  }

  @Test
  void folderForTemporaryFilesThatIsMissing_isSaid() throws Exception {
    Path missing = folder.resolve("missing");
    ProcessBuilder builder = builder("demo", "--once");
    builder.environment().put("TMPDIR", missing.toString());
    Ran ran = finish(builder.start());

    assertThat(ran.code()).isEqualTo(ExitCodes.ERROR);
    assertThat(ran.err()).contains(missing + ": no folder can be made there.", "TMPDIR");
  }

  private List<Path> leftOver() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tmp"))) {
      return files.toList();
    }
  }

  private Ran run(String... arguments) throws Exception {
    return finish(start(arguments));
  }

  private Process start(String... arguments) throws IOException {
    return builder(arguments).start();
  }

  private ProcessBuilder builder(String... arguments) throws IOException {
    Path tmp = Files.createDirectories(folder.resolve("tmp"));
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + tmp,
                "-Dringfence.home=" + Shell.ROOT,
                "-cp",
                System.getProperty("java.class.path"),
                Ringfence.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile());
    builder.environment().put("TMPDIR", tmp.toString());
    return builder;
  }

  private Ran finish(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ran(process.exitValue(), out, Files.readString(folder.resolve("errors")));
  }
}
