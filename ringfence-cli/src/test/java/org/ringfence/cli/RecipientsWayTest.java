package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.cli.browser.Browsing;
import org.ringfence.cli.browser.Browsing.Look;
import org.ringfence.cli.postfix.SmtpDialogue;
import org.ringfence.connector.smtp.FakeNextHop;
import org.ringfence.connector.smtp.NextHop;
import org.ringfence.report.Json;
import tools.jackson.databind.JsonNode;

/**
 * From the warning in a delivered mail to the security desk: a real {@code serve} between a client
 * and the next host, a real browser, and a webhook.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RecipientsWayTest {
  private static final Path MAILS =
      Shell.ROOT.resolve("ringfence-cli/src/test/resources/cases/milter");
  private static final Path ALERT = MAILS.resolve("windows-defender-389-90-signed.eml");
  private static final Pattern LINK = Pattern.compile("X-Ringfence-Page:\\s+(\\S+)");
  private static final String RULES =
      """
      rules:
        - name: warn
          description: Whoever gets a scam is warned.
          mode: enforce
          when: score > 0.5
          then:
            - banner: "The desk of Contoso asks you not to call."
      """;

  private final BlockingQueue<String> posted = new LinkedBlockingQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private Path folder = Path.of("");
  private FakeNextHop nextHop;
  private HttpServer webhook;
  private Process process;
  private Browsing browsing;
  private String site = "";
  private int smtp;

  @BeforeAll
  void serve(@TempDir Path given) throws IOException {
    folder = given;
    nextHop = new FakeNextHop(NextHop.Protocol.SMTP);
    webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    webhook.createContext(
        "/alerts",
        exchange -> {
          posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    webhook.start();
    site = "http://127.0.0.1:" + freePort();
    Files.writeString(folder.resolve("policy.yaml"), RULES);
    Files.writeString(folder.resolve("ringfence.yaml"), settings());
    process = start();
    smtp = smtpPort(process.inputReader(StandardCharsets.UTF_8));
    browsing = new Browsing(site);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String settings() {
    return """
    site:
      domains: [contoso.example]
      regions: [US]
    doors:
      milter:
        address: 'off'
      smtp:
        address: 127.0.0.1:0
      http:
        address: %2$s
        public-url: http://%2$s/
        link-key: %1$s/link.key
        tokens: %1$s
    next-hop:
      address: 127.0.0.1:%3$d
    rules:
      policy: %1$s/policy.yaml
      body-edits: true
    alerts:
      webhook: http://127.0.0.1:%4$d/alerts
    desk:
      phone: 555-0100
    store:
      path: %1$s/store.db
    """
        .formatted(
            folder,
            site.substring("http://".length()),
            nextHop.hop(new NextHop.Never()).port(),
            webhook.getAddress().getPort());
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
                "--config",
                folder.resolve("ringfence.yaml").toString(),
                "--ocr",
                "off",
                "--dns-zone",
                MAILS.resolve("zone.txt").toString()));
    builder.environment().put("XDG_STATE_HOME", folder.toString());
    return builder.redirectError(folder.resolve("errors").toFile()).start();
  }

  private int smtpPort(BufferedReader out) throws IOException {
    int port = 0;
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("The SMTP door listens on ")) {
        port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1, line.length() - 1));
      }
      if (line.startsWith("SIGHUP")) {
        break;
      }
    }
    assertThat(port).as(Files.readString(folder.resolve("errors"))).isPositive();
    return port;
  }

  @AfterAll
  void stop() throws InterruptedException, IOException {
    browsing.close();
    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    nextHop.close();
    webhook.stop(0);
  }

  /** Sends the mail; what the next host got, a mail for each recipient. */
  private List<String> delivered(String... recipients) throws Exception {
    assertThat(
            SmtpDialogue.send(
                smtp,
                new SmtpDialogue.Mail(
                    "192.0.2.83",
                    "azure-noreply@microsoft.com",
                    List.of(recipients),
                    Files.readString(ALERT, StandardCharsets.ISO_8859_1))))
        .startsWith("250");
    List<String> mails = new ArrayList<>();
    for (int i = 0; i < recipients.length; i++) {
      mails.add(nextHop.next().octets());
    }
    return mails;
  }

  private static String link(String mail) {
    Matcher link = LINK.matcher(mail);
    assertThat(link.find()).as(mail).isTrue();
    return link.group(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void recipientWhoShowedTheScreen_isHelpedAndTheDeskKnowsWithinSeconds(String language)
      throws Exception {
    String mail = delivered("ines@contoso.example").getFirst();
    String link = link(mail);
    assertThat(link).startsWith(site + "/m/");
    assertThat(body(mail)).contains("href=\"" + link.replace("=", "&#61;") + "\"");

    Page page = browsing.page(language.equals("en") ? Look.LIGHT : Look.PHONE);
    page.navigate(link + "?lang=" + language);
    assertThat(page.locator("mark.person-stranger").allTextContents().toString())
        .contains("389.90 USD")
        .doesNotContain("347-2494");
    Browsing.picture(page, "recipient-explain-" + language);
    page.locator("a.person-urgent").first().click();
    choose(page, "yes");
    long called = System.nanoTime();
    JsonNode first = alert();
    assertThat(System.nanoTime() - called).isLessThan(TimeUnit.SECONDS.toNanos(5));
    assertThat(first.path("kind").stringValue()).isEqualTo("called");
    assertThat(first.path("urgent").booleanValue()).isTrue();
    assertThat(first.path("recipient").stringValue()).isEqualTo("ines@contoso.example");
    Browsing.picture(page, "recipient-hang-up-" + language);
    next(page);
    choose(page, "showed");
    assertThat(alert().path("kind").stringValue()).isEqualTo("called-harmed");
    Browsing.picture(page, "recipient-device-" + language);
    toTheEnd(page);
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
    assertThat(page.locator(".person-actions > li").count()).isGreaterThan(6);
    Browsing.picture(page, "recipient-end-" + language);
    assertThat(alert().path("text").stringValue())
        .contains("Someone could see or use a device", "/console/cases/");
    assertThat(browsing.wrongs).isEmpty();
  }

  private JsonNode alert() throws InterruptedException {
    String alert = posted.poll(5, TimeUnit.SECONDS);
    assertThat(alert).isNotNull();
    return new Json().parse(alert);
  }

  private static void choose(Page page, String answer) {
    page.locator("input[value=" + answer + "]").check();
    next(page);
  }

  private static void next(Page page) {
    page.locator(".person-step button.person-button").first().click();
  }

  private static void toTheEnd(Page page) {
    for (int i = 0; i < 30 && page.locator(".person-step").count() > 0; i++) {
      if (page.locator("input[value=no]").count() > 0) {
        page.locator("input[value=no]").check();
      }
      next(page);
    }
  }

  /** The body, out of its base 64. */
  private static String body(String mail) {
    String encoded = mail.substring(mail.indexOf("\r\n\r\n")).replaceAll("\\s", "");
    return new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.ISO_8859_1);
  }

  @Test
  void severalRecipients_eachGetALinkOfTheirOwn() throws Exception {
    List<String> links =
        delivered("ines@contoso.example", "max@contoso.example").stream()
            .map(RecipientsWayTest::link)
            .toList();
    assertThat(links).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void scannerThatFetchesTheLink_alertsNobody() throws Exception {
    String link = link(delivered("eva@contoso.example").getFirst());
    for (String page : List.of("", "/called", "/report", "/expected")) {
      for (String method : List.of("GET", "HEAD")) {
        client.send(
            HttpRequest.newBuilder(URI.create(link + page))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            BodyHandlers.discarding());
      }
    }
    assertThat(posted.poll(2, TimeUnit.SECONDS)).isNull();
  }
}
