package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringfence.cli.browser.Browsing;
import org.ringfence.cli.browser.Browsing.Look;
import org.ringfence.cli.postfix.SmtpDialogue;
import org.ringfence.connector.smtp.FakeNextHop;
import org.ringfence.connector.smtp.NextHop;

/** The console of a real {@code serve}, fed by SMTP and looked at with a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConsoleTest {
  private static final Path MAILS =
      Shell.ROOT.resolve("ringfence-cli/src/test/resources/cases/milter");
  private static final Path ALERT = MAILS.resolve("windows-defender-389-90-signed.eml");
  private static final Path TWIN = MAILS.resolve("its-genuine-twin-signed.eml");
  private static final String PASSWORD = "four words in a row";

  private Path folder = Path.of("");
  private FakeNextHop nextHop;
  private Process process;
  private Browsing browsing;
  private Map<String, String> doors = Map.of();

  @BeforeAll
  void serve(@TempDir Path given) throws IOException {
    folder = given;
    nextHop = new FakeNextHop(NextHop.Protocol.SMTP);
    for (String name : List.of("viewer", "analyst", "administrator")) {
      byte[] typed = (PASSWORD + "\n").getBytes(StandardCharsets.UTF_8);
      Shell.run(
          typed, Set.of(), "user", "add", name, "--role", name, "--people", folder.toString());
    }
    Path settings = folder.resolve("ringfence.yaml");
    Files.writeString(settings, settings());
    process = start(settings);
    doors = listening(process.inputReader(StandardCharsets.UTF_8));
    browsing = new Browsing(url(""));
    send(ALERT, "ines@contoso.example");
    send(ALERT, "max@contoso.example");
    send(TWIN, "ines@contoso.example");
  }

  private String settings() {
    return """
    doors:
      milter:
        address: 'off'
      smtp:
        address: 127.0.0.1:0
      http:
        address: 127.0.0.1:0
        tokens: %1$s
    next-hop:
      address: 127.0.0.1:%2$d
    rules:
      on-callback: quarantine
    store:
      path: %1$s/store.db
      clear-mail: all
    """
        .formatted(folder, nextHop.hop(new NextHop.Never()).port());
  }

  private Process start(Path settings) throws IOException {
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
                MAILS.resolve("zone.txt").toString()));
    builder.environment().put("XDG_STATE_HOME", folder.toString());
    return builder.redirectError(folder.resolve("errors").toFile()).start();
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

  @AfterAll
  void stop() throws InterruptedException, IOException {
    browsing.close();
    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    nextHop.close();
  }

  private String url(String path) {
    return doors.getOrDefault("HTTP door", "") + path;
  }

  private void send(Path mail, String recipient) throws IOException {
    String door = doors.getOrDefault("SMTP door", "");
    int port = Integer.parseInt(door.substring(door.lastIndexOf(':') + 1));
    String message = Files.readString(mail, StandardCharsets.ISO_8859_1);
    assertThat(
            SmtpDialogue.send(
                port,
                new SmtpDialogue.Mail(
                    "192.0.2.83", "azure-noreply@microsoft.com", List.of(recipient), message)))
        .startsWith("250");
  }

  private Page signedIn(String name, Look look) {
    Page page = browsing.page(look);
    page.navigate(url("/"));
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(PASSWORD);
    press(page, "Sign in");
    page.waitForURL(url("/console"));
    return page;
  }

  private static void press(Page page, String button) {
    page.locator("button", new Page.LocatorOptions().setHasText(button)).first().click();
  }

  private void open(Page page, String entry) {
    page.locator("nav[aria-label=Console] a", new Page.LocatorOptions().setHasText(entry)).click();
  }

  @Test
  void wrongPassword_isRefusedWithoutSayingWhatWasWrong() {
    Page page = browsing.page(Look.LIGHT);
    page.navigate(url("/console/cases"));
    assertThat(page.url()).endsWith("/sign-in?next=/console/cases");
    page.getByLabel("Name").fill("nobody");
    page.getByLabel("Password").fill("whatever it may be");
    press(page, "Sign in");
    assertThat(page.getByRole(AriaRole.ALERT).textContent())
        .contains("Name, password or code is wrong");
    assertThat(browsing.wrongs).isEmpty();
  }

  @Test
  void analyst_findsTheAlertReadsItsEvidenceAndReleasesAnother() throws Exception {
    Page page = signedIn("analyst", Look.LIGHT);
    Browsing.picture(page, "overview");
    open(page, "Cases");
    page.getByLabel("Words in subject, addresses or numbers").fill("ines");
    page.getByLabel("Verdict").selectOption("callback-phishing");
    press(page, "Search");
    Locator found = page.locator("tbody a.title");
    assertThat(found.count()).isEqualTo(1);
    found.click();
    assertThat(page.locator("section[aria-labelledby=why]").textContent())
        .contains("389.90", "typed by a stranger");
    readTheMail(page);
    releaseMaxs(page);
    FakeNextHop.Mail sent = released();
    assertThat(sent.to().getFirst()).contains("max@contoso.example");
    assertThat(browsing.wrongs).isEmpty();
  }

  private static void readTheMail(Page page) {
    page.locator(".tabs a", new Page.LocatorOptions().setHasText("Mail")).click();
    Locator marks = page.frameLocator("iframe.mail").locator("mark");
    marks.first().waitFor();
    assertThat(String.join(" ", marks.allTextContents())).contains("389.90");
    assertThat(page.frameLocator("iframe.mail").locator("a, script, img, form").count()).isZero();
    page.locator(".tabs a", new Page.LocatorOptions().setHasText("Source")).click();
    assertThat(page.locator("pre.source").textContent()).contains("DKIM-Signature:");
  }

  private void releaseMaxs(Page page) {
    open(page, "Quarantine");
    page.getByLabel("Recipient").fill("max@contoso.example");
    press(page, "Filter");
    page.locator("input[name=mail]").check();
    press(page, "Release chosen");
    assertThat(page.locator("h1").textContent()).contains("Release to the recipients?");
    press(page, "Release");
    assertThat(page.locator("[role=status]").textContent()).contains("1 mail released");
  }

  /** The genuine twin passed on its own. */
  private FakeNextHop.Mail released() throws InterruptedException {
    FakeNextHop.Mail mail = nextHop.next();
    return mail.to().getFirst().contains("max@") ? mail : nextHop.next();
  }

  /** Script, frames, forms and pictures from outside in every place that pages show. */
  @Test
  void hostileMail_isShownAndNothingOfItRuns() throws Exception {
    send(MAILS.resolveSibling("console/script-in-every-field.eml"), "eve@contoso.example");
    Page page = signedIn("analyst", Look.LIGHT);
    page.navigate(url("/console/quarantine?recipient=eve@contoso.example"));
    String first = page.locator("tbody a.title").first().getAttribute("href");
    for (String path :
        List.of("/console", "/console/cases", first, first + "/mail", first + "/source")) {
      page.navigate(url(path));
      assertThat(page.title()).as(path).endsWith("Ringfence");
      assertThat(page.locator("main").textContent()).as(path).contains("<script>");
    }
    page.navigate(url(first + "/mail"));
    Locator words = page.frameLocator("iframe.mail").locator("main");
    assertThat(words.textContent()).contains("389.90", "<img src=http").doesNotContain("\u202E");
    assertThat(words.locator("a, script, img, form, iframe, svg").count()).isZero();
    assertThat(browsing.wrongs).isEmpty();
  }

  @Test
  void viewer_seesNoMailAndDecidesNothing() {
    Page page = signedIn("viewer", Look.LIGHT);
    open(page, "Quarantine");
    assertThat(page.locator("input[name=mail], button.danger").count()).isZero();
    page.locator("tbody a.title").first().click();
    assertThat(page.locator(".tabs a").count()).isEqualTo(1);
    assertThat(page.navigate(page.url() + "/source").status()).isEqualTo(403);
    assertThat(page.navigate(url("/console/audit")).status()).isEqualTo(403);
  }

  /** A form in the name of somebody who has signed in, with what another page could put in it. */
  @Test
  void formsOfOthers_areRefusedAndChangeNothing() throws Exception {
    String cookie = cookie("analyst");
    String form = "decision=delete&sure=yes&mail=" + keptForInes().replace(" ", "%20");
    assertThat(post(cookie, form, "same-origin")).isEqualTo(403);
    assertThat(post(cookie, form + "&csrf=guessed", "same-origin")).isEqualTo(403);
    assertThat(post(cookie, form, "cross-site")).isEqualTo(403);
    assertThat(post("", form, "same-origin")).isEqualTo(303);
    assertThat(keptForInes()).isNotEmpty();
  }

  /** Who may make which request: nobody, a viewer, an analyst, an administrator. */
  @ParameterizedTest
  @CsvSource({
    "/console, 303, 200, 200, 200",
    "/console/cases, 303, 200, 200, 200",
    "/console/cases/CASE, 303, 200, 200, 200",
    "/console/cases/CASE/mail, 303, 403, 200, 200",
    "/console/cases/CASE/text, 303, 403, 200, 200",
    "/console/cases/CASE/source, 303, 403, 200, 200",
    "/console/quarantine, 303, 200, 200, 200",
    "/console/numbers, 303, 200, 200, 200",
    "/console/rules, 303, 200, 200, 200",
    "/console/audit, 303, 403, 403, 200",
    "/console/settings, 303, 403, 403, 200",
    "/console/cases/..%2f..%2fetc, 303, 404, 404, 404"
  })
  void page_isShownToWhomItIsFor(String path, int nobody, int viewer, int analyst, int admin)
      throws Exception {
    String real = path.replace("CASE", keptForInes().split(" ", -1)[0]);
    assertThat(get("", real).statusCode()).isEqualTo(nobody);
    assertThat(get(cookie("viewer"), real).statusCode()).isEqualTo(viewer);
    assertThat(get(cookie("analyst"), real).statusCode()).isEqualTo(analyst);
    assertThat(get(cookie("administrator"), real).statusCode()).isEqualTo(admin);
  }

  private final Map<String, String> cookies = new LinkedHashMap<>();

  private String cookie(String name) throws Exception {
    String known = cookies.get(name);
    if (known != null) {
      return known;
    }
    HttpResponse<String> answer =
        client.send(
            form("/sign-in", "name=" + name + "&password=" + PASSWORD.replace(' ', '+')).build(),
            HttpResponse.BodyHandlers.ofString());
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(set).contains("HttpOnly", "SameSite=Strict");
    cookies.put(name, set.substring(0, set.indexOf(';')));
    return cookies.getOrDefault(name, "");
  }

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpRequest.Builder form(String path, String fields) {
    return HttpRequest.newBuilder(URI.create(url(path)))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(fields));
  }

  private int post(String cookie, String fields, String site) throws Exception {
    HttpRequest.Builder request =
        form("/console/quarantine", fields).header("Sec-Fetch-Site", site);
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private HttpResponse<String> get(String cookie, String path) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** What a form says to choose the mail that is kept for Ines. */
  private String keptForInes() throws Exception {
    String page =
        get(cookie("analyst"), "/console/quarantine?recipient=ines@contoso.example").body();
    Matcher choice = Pattern.compile("value=\"([0-9A-Z]{26} [^\"]+)\"").matcher(page);
    return choice.find() ? choice.group(1) : "";
  }

  @Test
  void everyPage_isShownInLightDarkAndOnAPhoneWithoutBreakingItsPolicy() {
    for (Look look : Look.values()) {
      Page page = signedIn("administrator", look);
      for (String path :
          List.of("", "/cases", "/quarantine", "/numbers", "/rules", "/audit", "/settings")) {
        page.navigate(url("/console" + path));
        shown(page, "console" + path.replace('/', '-') + "-" + look);
      }
      page.navigate(url("/console/cases?verdict=callback-phishing"));
      page.locator("tbody a.title").first().click();
      shown(page, "case-" + look);
      page.navigate(page.url() + "/mail");
      shown(page, "case-mail-" + look);
      page.navigate(url("/console/nowhere"));
      shown(page, "refusal-" + look);
    }
    assertThat(browsing.wrongs).isEmpty();
  }

  /** No page is wider than the window, and each has a heading and a place to skip to. */
  private static void shown(Page page, String name) {
    Browsing.picture(page, name.toLowerCase(Locale.ROOT));
    assertThat(page.locator("h1").count()).as(name).isEqualTo(1);
    assertThat(page.locator("main#main").count()).as(name).isEqualTo(1);
    Object tooWide =
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    assertThat(tooWide).as(name).isEqualTo(false);
  }
}
