package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.cli.Shell.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.cli.Shell.Ran;
import org.ringfence.door.milter.FakeMta;

final class ServeCommandTest {
  private static final Path CASES =
      Shell.ROOT.resolve("ringfence-cli/src/test/resources/cases/milter");

  @TempDir Path folder;

  private void assertRefused(String reason, String... options) {
    Ran ran = run(Map.of("XDG_STATE_HOME", folder.toString()), options);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(reason);
  }

  @Test
  void help_isTheSameBothWaysAndNamesTheDefaults() {
    assertThat(run("help", "serve").out())
        .isEqualTo(run("serve", "--help").out())
        .contains("127.0.0.1:8891", "Default: mark", "Default: accept-and-mark", "SIGTERM");
    assertThat(run("--help").out()).contains("serve");
  }

  @Test
  void wrongValues_areNamed() {
    assertRefused("HOST:PORT", "serve", "--milter", "8891");
    assertRefused("HOST:PORT", "serve", "--milter", "127.0.0.1:99999");
    assertRefused("--deadline", "serve", "--deadline", "0");
    assertRefused("accept-and-mark, temp-fail", "serve", "--fail", "drop");
    assertRefused("--on-callback", "serve", "--on-callback", "discard");
  }

  @Test
  void addressInUseOrNotOurs_isNamed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertRefused(
          "cannot be listened on", "serve", "--milter", "127.0.0.1:" + other.getLocalPort());
    }
    assertRefused("cannot be listened on", "serve", "--milter", "192.0.2.1:8891");
    Path nowhere = folder.resolve("missing/milter.sock");
    assertRefused("its folder is there", "serve", "--milter", "unix:" + nowhere);
  }

  /** The command as it is run: judges, logs no word of the mail, and ends when it is told to. */
  @Test
  void process_judgesUntilItIsStopped() throws IOException, InterruptedException {
    Process process = start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      try (FakeMta mta = FakeMta.agreed(address(out))) {
        mta.client("192.0.2.83", "relay.example");
        byte[] mail = Files.readAllBytes(CASES.resolve("windows-defender-389-90-signed.eml"));
        assertThat(mta.deliver(mail, "azure-noreply@microsoft.com", "ines@contoso.example"))
            .anySatisfy(reply -> assertThat(reply.data()).contains("callback-phishing"))
            .anySatisfy(reply -> assertThat(reply.code()).isEqualTo('q'))
            .anySatisfy(reply -> assertThat(reply.data()).contains("dkim=pass"));
      }
      // By the handle: the process's own way would close the stream that is read below.
      process.toHandle().destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(out.lines())
          .containsExactly(
              "No rules: callback phishing is kept back.",
              "Mail is kept in " + folder.resolve("ringfence/ringfence.db") + ".",
              "No next hop: nothing that is kept can be released or sent on.",
              "Closed: smtp, lmtp, http, spamd, webhook.",
              "SIGHUP reloads.",
              "Stopped.");
    }
    assertThat(Files.readAllLines(errors()))
        .singleElement()
        .asString()
        .contains("id=4Xk7Qm client=192.0.2.83 from=<*@microsoft.com> to=1")
        .contains("verdict=callback-phishing")
        .contains("did=quarantine")
        .doesNotContain("ines", "azure-noreply", "389");
  }

  private Path errors() {
    return folder.resolve("errors");
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-Dringfence.home=" + Shell.ROOT,
                "-cp",
                System.getProperty("java.class.path"),
                Ringfence.class.getName(),
                "serve",
                "--milter",
                "127.0.0.1:0",
                "--on-callback",
                "quarantine",
                "--ocr",
                "off",
                "--dns-zone",
                CASES.resolve("zone.txt").toString()));
    builder.environment().put("XDG_STATE_HOME", folder.toString());
    return builder.redirectError(errors().toFile()).start();
  }

  private SocketAddress address(BufferedReader out) throws IOException {
    String listening = String.valueOf(out.readLine());
    assertThat(listening).as(Files.readString(errors())).startsWith("The milter listens on inet:");
    String port = listening.replaceAll("\\D+$", "").replaceAll(".*:", "");
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
  }
}
