package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.report.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code serve} with the API and the spamd door open, asked as programs ask. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServeApiTest {
  private static final Path MAIL =
      Shell.ROOT.resolve(
          "ringfence-cli/src/test/resources/cases/milter/windows-defender-389-90-signed.eml");
  private static final Path TWIN =
      Shell.ROOT.resolve(
          "ringfence-cli/src/test/resources/cases/milter/its-genuine-twin-signed.eml");

  private Path folder = Path.of("");

  private final Json json = new Json();
  private final HttpClient client = HttpClient.newHttpClient();
  private Process process;
  private Map<String, String> doors = Map.of();

  @BeforeAll
  void serve(@TempDir Path given) throws IOException {
    folder = given;
    Path settings = folder.resolve("ringfence.yaml");
    Files.writeString(
        settings,
        """
        doors:
          milter:
            address: 'off'
          http:
            address: 127.0.0.1:0
            tokens: %1$s
          spamd:
            address: 127.0.0.1:0
        store:
          clear-mail: all
        """
            .formatted(folder));
    process = start(settings);
    doors = listening(process.inputReader(StandardCharsets.UTF_8));
  }

  @AfterAll
  void stop() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  private Process start(Path settings) throws IOException {
    token("scanner", "scan");
    token("helpdesk", "read,quarantine,metrics");
    token("admin", "admin");
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
                "--config",
                settings.toString(),
                "--ocr",
                "off",
                "--dns-zone",
                MAIL.resolveSibling("zone.txt").toString()));
    builder.environment().put("XDG_STATE_HOME", folder.toString());
    return builder.redirectError(folder.resolve("errors").toFile()).start();
  }

  private final Map<String, String> secrets = new LinkedHashMap<>();

  private void token(String name, String scopes) {
    String secret =
        Shell.run("token", "new", "--tokens", folder.toString(), "--name", name, "--scope", scopes)
            .out()
            .strip();
    secrets.put(name, secret);
  }

  /** The addresses of the doors, by their names. */
  private Map<String, String> listening(BufferedReader out) throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains(" listens on ")) {
        String[] words = line.split(" listens on ", 2);
        found.put(words[0].replace("The ", ""), words[1].substring(0, words[1].length() - 1));
      }
      if (line.startsWith("SIGHUP")) {
        break;
      }
    }
    assertThat(found).as(Files.readString(folder.resolve("errors"))).hasSize(2);
    return found;
  }

  private HttpRequest.Builder as(String name, String path) {
    return HttpRequest.newBuilder(URI.create(doors.get("HTTP door") + path))
        .header("Authorization", "Bearer " + secrets.get(name));
  }

  private JsonNode answer(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.parse(answer.body());
  }

  private JsonNode scan(Path mail) throws Exception {
    return answer(
        as("scanner", "/api/v1/scan")
            .header("Content-Type", "message/rfc822")
            .header("X-Ringfence-Mail-From", "azure-noreply@microsoft.com")
            .header("X-Ringfence-Rcpt-To", "ines@contoso.example")
            .header("X-Ringfence-Client-IP", "192.0.2.83")
            .POST(BodyPublishers.ofFile(mail)));
  }

  private String spamc(Path mail, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("spamc"));
    command.addAll(List.of(doors.getOrDefault("spamd door", "").split(" ", -1)));
    command.addAll(List.of(options));
    Process spamc = new ProcessBuilder(command).redirectInput(mail.toFile()).start();
    String out = new String(spamc.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(spamc.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return out;
  }

  @Test
  void scanOverHttp_findsTheLureAndRemembersIt() throws Exception {
    JsonNode found = scan(MAIL);
    assertThat(found.path("verdict").stringValue()).isEqualTo("callback-phishing");
    assertThat(found.at("/policy/0/would").stringValue()).isNotEmpty();
    assertThat(found.at("/findings/numbers/0/e164").stringValue()).startsWith("+1");
    assertFits(found.path("findings"));
    assertThat(scan(TWIN).path("verdict").stringValue()).isEqualTo("clear");
    JsonNode remembered = remembered(found.path("id").stringValue());
    assertThat(remembered.path("findings")).isEqualTo(found.path("findings"));
    assertThat(remembered.at("/entry/door").stringValue()).isEqualTo("http");
    assertThat(answer(as("helpdesk", "/api/v1/cases?verdict=callback-phishing")).path("cases"))
        .isNotEmpty();
    assertThat(answer(as("admin", "/api/v1/reload").POST(BodyPublishers.noBody())).toString())
        .contains("true");
    assertThat(answer(as("helpdesk", "/ready")).path("ready").booleanValue()).isTrue();
  }

  /** A case is remembered soon after it is answered for. */
  private JsonNode remembered(String id) throws Exception {
    HttpRequest request = as("helpdesk", "/api/v1/cases/" + id).build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    for (int i = 0; i < 50 && answer.statusCode() == 404; i++) {
      Thread.sleep(100);
      answer = client.send(request, BodyHandlers.ofString());
    }
    return json.parse(answer.body());
  }

  /** What the API finds is what the command line writes, and its schema fits both. */
  private void assertFits(JsonNode findings) {
    ObjectNode line = (ObjectNode) findings.deepCopy();
    line.put("file", "-");
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaCommand.text(SchemaCommand.Output.SCAN_RESULT))
                .validate(line.toString(), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void spamcReport_findsTheLureAndNamesItsHallmarks() throws Exception {
    String report = spamc(MAIL, "-R");
    assertThat(report).contains("/5.0\nRingfence: callback-phishing, score ");
    assertThat(Double.parseDouble(report.substring(0, report.indexOf('/')))).isGreaterThan(5.0);
    assertThat(spamc(MAIL, "-y")).contains("RINGFENCE_NUMBER");
    assertThat(spamc(TWIN, "-R")).contains("/5.0\nRingfence: clear");
    String back = spamc(TWIN);
    assertThat(back).contains("X-Ringfence-Verdict: clear").endsWith(body(TWIN));
  }

  /** Header injection: words of a mail and its envelope, where they reach a header or an answer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\n X-Evil: 1",
        "a\rX-Evil: 1",
        "a\0X-Evil: 1",
        "a\u0085X-Evil: 1",
        "=?utf-8?q?a=0D=0AX-Evil:_1?=",
        "=?utf-8?b?YQ0KWC1FdmlsOiAx?="
      })
  void wordsOfAMail_addNoFieldToWhatComesBack(String words) throws Exception {
    String mail =
        Files.readString(MAIL, StandardCharsets.ISO_8859_1)
            .replaceFirst("Subject: ", "Subject: " + words + " ")
            .replaceFirst("From: [^<\r\n]*<", "From: \"" + words + "\" <");
    Path file = folder.resolve("injection.eml");
    Files.writeString(file, mail, StandardCharsets.UTF_8);

    String back = spamc(file);

    String ours = back.substring(0, back.indexOf("DKIM-Signature:"));
    assertThat(ours)
        .startsWith("Authentication-Results: ")
        .contains("X-Ringfence-Verdict: ", "X-Spam-Status: ")
        .matches(
            "(?:(?:Authentication-Results|X-(?:Ringfence|Spam)-[A-Za-z]+): [ -~]+\\r"
                + "?\\n"
                + "(?: [ -~]+\\r"
                + "?\\n"
                + ")*)+");
    // A bare CR of the sender's own stays where it was: it ends no line, and is not ours to mend.
    assertThat(back.split("\n")).noneMatch(line -> line.startsWith("X-Evil"));
    HttpResponse<String> answer =
        client.send(
            as("scanner", "/api/v1/scan")
                .header("Content-Type", "message/rfc822")
                .POST(BodyPublishers.ofFile(file))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("X-Evil")).isEmpty();
    assertThat(json.parse(answer.body()).path("verdict").stringValue()).isNotEqualTo("clear");
  }

  private static String body(Path mail) throws IOException {
    String text = Files.readString(mail, StandardCharsets.US_ASCII);
    return text.substring(text.indexOf("\r\n\r\n"));
  }
}
