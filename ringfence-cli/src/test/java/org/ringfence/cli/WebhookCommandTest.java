package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.cli.Shell.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.cli.Shell.Ran;
import org.ringfence.store.Store;
import org.ringfence.store.StoreSettings;

final class WebhookCommandTest {
  private static final String SECRET = "a-secret-of-our-tests";
  private static final String KEY = "0000a1ff-7a2b-4c3d-8e4f-5a6b7c8d9e0f";
  private static final String PAYLOAD =
      """
      {"schemaId": "azureMonitorCommonAlertSchema", "data": {"essentials": {
        "alertId": "/subscriptions/x/providers/Microsoft.AlertsManagement/alerts/0000A1FF-7a2b-4c3d-8e4f-5a6b7c8d9e0f",
        "alertRule": "disk", "monitorCondition": "Fired\\n2026 forged line",
        "monitoringService": "Platform", "description": "The disk is full."}}}
      """;

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private void assertRefused(String reason, String... options) {
    List<String> arguments = new ArrayList<>(List.of("webhook"));
    arguments.addAll(List.of("--ledger", folder.resolve("alerts.db").toString()));
    arguments.addAll(List.of(options));
    Ran ran = run(arguments.toArray(String[]::new));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(reason);
    assertThat(folder.resolve("alerts.db")).doesNotExist();
  }

  @Test
  void help_isTheSameBothWaysAndNamesTheDefaults() {
    assertThat(run("help", "webhook").out())
        .isEqualTo(run("webhook", "--help").out())
        .contains("127.0.0.1:8025", "XDG_STATE_HOME", "reverse proxy", "SIGTERM");
    assertThat(run("--help").out()).contains("webhook");
  }

  @Test
  void nobodyToBelieve_isNotStarted() {
    assertRefused("Nothing says whose alerts to believe");
  }

  @Test
  void halfATenant_isNotStarted() {
    assertRefused("need each other", "--azure-tenant", "9c0b7d11-0000-4000-8000-00000000000c");
    assertRefused("need each other", "--azure-audience", "x");
  }

  @Test
  void wrongValues_areNamed() throws IOException {
    String ok = write("secret", SECRET + "\n").toString();
    String weak = write("weak", "short").toString();
    assertRefused("GUID", "--azure-tenant", "lantern.example", "--azure-audience", "x");
    assertRefused("is no topic", "--sns-topic", "alarms");
    assertRefused("fewer than 16", "--secret-file", weak);
    assertRefused("could not be read", "--secret-file", folder.resolve("none").toString());
    assertRefused("HOST:PORT", "--secret-file", ok, "--listen", "8025");
    assertRefused("HOST:PORT", "--secret-file", ok, "--listen", "127.0.0.1:99999");
    assertRefused("--keep", "--secret-file", ok, "--keep", "x");
  }

  @Test
  void addressInUse_isNamed() throws IOException {
    String secret = write("secret", SECRET).toString();
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ran ran =
          run(
              "webhook",
              "--ledger",
              folder.resolve("a.db").toString(),
              "--secret-file",
              secret,
              "--listen",
              "127.0.0.1:" + other.getLocalPort());
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).contains("cannot be listened on");
    }
  }

  /** The command as it is run: receives, records, logs, and ends when it is told to. */
  @Test
  void process_recordsUntilItIsStopped() throws IOException, InterruptedException {
    Process process = start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String base = address(out);
      assertThat(post(base + "/webhook/azure/" + SECRET, PAYLOAD)).isEqualTo(200);
      assertThat(post(base + "/webhook/azure/wrong", PAYLOAD)).isEqualTo(401);
      assertThat(post(base + "/webhook/sns", PAYLOAD)).isEqualTo(404);

      // By the handle: the process's own way would close the stream that is read below.
      process.toHandle().destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(out.lines()).containsExactly("Stopped.");
    }
    assertThat(copies(KEY)).isEqualTo(1);
    assertThat(Files.readAllLines(errors()))
        .hasSize(2)
        .satisfiesExactly(
            line -> assertThat(line).contains("accepted", "0000a1ff", "fired?2026"),
            line -> assertThat(line).contains("refused", "status=401", "wrong secret"))
        .noneMatch(line -> line.contains(SECRET));
  }

  /** The sender of a delivery that was answered with success will never send it again. */
  @Test
  void killedProcess_losesNoDeliveryThatItAcceptedAndNoneAfterItsRestart()
      throws IOException, InterruptedException {
    for (int round = 0; round < 2; round++) {
      Process process = start();
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        String base = address(out);
        for (int i = 0; i < 5; i++) {
          String payload = PAYLOAD.replace("0000A1FF", "0000000" + (5 * round + i));
          assertThat(post(base + "/webhook/azure/" + SECRET, payload)).isEqualTo(200);
        }
        process.destroyForcibly().waitFor();
      }
    }
    for (int i = 0; i < 10; i++) {
      assertThat(copies(KEY.replace("0000a1ff", "0000000" + i))).isEqualTo(1);
    }
  }

  private Path errors() {
    return folder.resolve("errors");
  }

  private int copies(String key) {
    return Store.ledgerOf(new StoreSettings.Sqlite(folder.resolve("alerts.db")))
        .find("azure-monitor", key)
        .size();
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Ringfence.class.getName(),
            "webhook",
            "--listen",
            "127.0.0.1:0",
            "--ledger",
            folder.resolve("alerts.db").toString(),
            "--secret-file",
            write("secret", SECRET + "\n").toString())
        .redirectError(errors().toFile())
        .start();
  }

  private String address(BufferedReader out) throws IOException {
    String listening = String.valueOf(out.readLine());
    assertThat(listening).as(Files.readString(errors())).startsWith("Listening on http://");
    return listening.split(";", 2)[0].substring("Listening on ".length());
  }

  private static int post(String address, String payload) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .POST(HttpRequest.BodyPublishers.ofString(payload))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
