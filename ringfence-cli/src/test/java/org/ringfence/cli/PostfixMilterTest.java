package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ringfence.assessment.authentication.Method;
import org.ringfence.assessment.authentication.ResultCode;
import org.ringfence.cli.postfix.PostfixServer;
import org.ringfence.cli.postfix.SmtpDialogue;
import org.ringfence.cli.postfix.SmtpDialogue.Mail;
import org.ringfence.door.milter.MilterAddress;
import org.ringfence.door.milter.MilterServer;
import org.ringfence.door.milter.MilterSettings;
import org.ringfence.effect.act.CallbackChoice;
import org.ringfence.effect.act.Editing;
import org.ringfence.effect.act.FailMode;
import org.ringfence.effect.act.Marking;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Octets;
import org.ringfence.mail.TrustBoundary;
import org.ringfence.reception.Care;
import org.ringfence.reception.Reception;
import org.ringfence.reception.ReceptionSettings;
import org.ringfence.reception.Work;

/** A real Postfix calls the real milter: what becomes of a mail, octet by octet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostfixMilterTest {
  private static final Path CASES =
      Shell.ROOT.resolve("ringfence-cli/src/test/resources/cases/milter");
  private static final Path ALERT = CASES.resolve("windows-defender-389-90-signed.eml");
  private static final Path TWIN = CASES.resolve("its-genuine-twin-signed.eml");

  private final Function<Arrival, CaseRecord> judge = assembled();
  private final List<AutoCloseable> open = new ArrayList<>();
  private PostfixServer postfix;

  private static Function<Arrival, CaseRecord> assembled() {
    SiteOptions site = new SiteOptions();
    site.ocr = SiteOptions.Ocr.OFF;
    site.ownDomains.addAll(List.of("contoso.example", "rcpt.example"));
    site.authentication.zone = CASES.resolve("zone.txt");
    site.authentication.authservIds.add("mx.example.org");
    site.authentication.ownReceived = 0;
    Console console =
        new Console(System.in, System.out, System.err, Set.of(), Map.of(), Shell.ROOT);
    return new Wiring(console).assemble(site).judge();
  }

  @BeforeAll
  void start() throws IOException {
    Map<String, String> milters = new HashMap<>();
    for (CallbackChoice choice : CallbackChoice.values()) {
      milters.put(choice.name(), milter(judge, choice, FailMode.ACCEPT_AND_MARK));
    }
    for (FailMode failMode : FailMode.values()) {
      milters.put(failMode.name(), milter(PostfixMilterTest::fail, CallbackChoice.MARK, failMode));
    }
    postfix = new PostfixServer(milters);
    open.addFirst(postfix);
  }

  private static CaseRecord fail(Arrival arrival) {
    throw new IllegalStateException("a fault of ours");
  }

  private String milter(
      Function<Arrival, CaseRecord> judging, CallbackChoice choice, FailMode failMode)
      throws IOException {
    TrustBoundary boundary = new TrustBoundary(Set.of("mx.example.org"), 0, Set.of());
    Reception reception =
        new Reception(
            new Work(judging, choice, new Editing(new Marking(boundary, true)), _ -> ""),
            new Care(new NoStore(), new NoStore(), InstantSource.system(), () -> new byte[10]),
            new ReceptionSettings(
                failMode,
                FailMode.TEMP_FAIL,
                Duration.ofSeconds(20),
                Duration.ofSeconds(2),
                2,
                true,
                ReceptionSettings.Memory.COUNT),
            System::nanoTime);
    MilterServer server =
        new MilterServer(
            MilterAddress.of("127.0.0.1:0"),
            MilterSettings.standard(),
            reception,
            new MilterServer.Clocks(InstantSource.system(), System::nanoTime));
    open.add(server);
    open.add(reception);
    return server.start();
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private String send(String milter, String client, String mailFrom, Path file) throws IOException {
    return SmtpDialogue.send(
        postfix.port(milter),
        new Mail(
            client,
            mailFrom,
            List.of("ines@contoso.example"),
            Files.readString(file, StandardCharsets.ISO_8859_1)));
  }

  private String alert(String milter) throws IOException {
    return send(milter, "192.0.2.83", "azure-noreply@microsoft.com", ALERT);
  }

  /** A delivered mail with CR LF again, cut behind Postfix's own Received field. */
  private record Delivered(String ours, String theirs) {
    static Delivered of(byte[] mail) {
      String text = new String(mail, StandardCharsets.ISO_8859_1).replace("\n", "\r\n");
      int received = text.indexOf("\r\nReceived: ") + 2;
      int end = received;
      do {
        end = text.indexOf("\r\n", end) + 2;
      } while (text.charAt(end) == ' ' || text.charAt(end) == '\t');
      return new Delivered(text.substring(0, end), text.substring(end));
    }

    /** Our fields, each on one line. */
    String unfolded() {
      return ours.replaceAll("\r\n(?=[ \t])", "");
    }

    List<String> names() {
      return ours.lines()
          .filter(line -> !line.startsWith(" ") && !line.startsWith("\t"))
          .map(line -> line.substring(0, line.indexOf(':')))
          .toList();
    }
  }

  private Delivered delivered() throws IOException, InterruptedException {
    return Delivered.of(postfix.delivered());
  }

  /** The mail without the fields that only we may write. */
  private static String withoutOurs(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1)
        .replaceAll("(?mi)^X-Ringfence-.*\r\n(?:[ \t].*\r\n)*", "");
  }

  @Test
  void callbackLure_isMarked() throws Exception {
    assertThat(alert("MARK")).startsWith("250 2.0.0");

    Delivered mail = delivered();
    assertThat(mail.unfolded())
        .contains("X-Ringfence-Verdict: callback-phishing\r\n")
        .contains("X-Ringfence-Platform: azure-monitor; notification=alert-fired\r\n")
        .contains("X-Ringfence-Tenant: unknown\r\n")
        .contains("dispute-by-phone")
        .contains("smtp.mailfrom=azure-noreply@microsoft.com; ")
        .containsPattern("X-Ringfence-Score: 0\\.[7-9]");
    assertThat(mail.theirs()).isEqualTo(withoutOurs(ALERT));
  }

  @Test
  void callbackLure_isHeldWithItsMarks() throws Exception {
    assertThat(alert("QUARANTINE")).startsWith("250 2.0.0");

    assertThat(new String(postfix.held(), StandardCharsets.ISO_8859_1))
        .contains("X-Ringfence-Verdict: callback-phishing");
    assertThat(postfix.isEmpty()).isTrue();
    assertThat(postfix.log()).contains("milter triggers HOLD action");
  }

  @Test
  void callbackLure_isRefused() throws Exception {
    assertThat(alert("REJECT"))
        .isEqualTo("550 5.7.1 This message is refused by the policy of the recipient.");
    assertThat(postfix.isEmpty()).isTrue();
  }

  @Test
  void genuineTwin_arrivesOctetForOctetBelowOurFields() throws Exception {
    for (CallbackChoice choice : CallbackChoice.values()) {
      assertThat(send(choice.name(), "192.0.2.83", "azure-noreply@microsoft.com", TWIN))
          .startsWith("250 2.0.0");

      Delivered mail = delivered();
      assertThat(mail.theirs()).isEqualTo(withoutOurs(TWIN));
      assertThat(mail.unfolded()).contains("X-Ringfence-Verdict: clear\r\n");
      assertStillSigned(mail);
      assertThat(mail.names())
          .containsSubsequence(
              "Authentication-Results", "X-Ringfence-Verdict", "X-Ringfence-Score", "Received")
          .endsWith("Received");
    }
  }

  /** Signed simple/simple: one blank more or less anywhere, and it would not hold. */
  @Test
  void signature_holdsWhereWeLookAndAfterDelivery() throws Exception {
    Path signed = CASES.resolve("signed-with-every-blank-in-its-place.eml");
    send("MARK", "192.0.2.7", "desk@signer.example", signed);

    Delivered mail = delivered();
    assertThat(mail.unfolded()).contains("dkim=pass header.d=signer.example");
    assertThat(mail.theirs()).isEqualTo(withoutOurs(signed));
    assertStillSigned(mail);
  }

  private void assertStillSigned(Delivered mail) {
    CaseRecord again =
        judge.apply(
            Arrival.ofFile(
                Octets.of((mail.ours() + mail.theirs()).getBytes(StandardCharsets.ISO_8859_1))));
    assertThat(again.authenticated().first(Method.DKIM).orElseThrow().code())
        .isEqualTo(ResultCode.PASS);
  }

  @Test
  void forgedFieldsOfOurs_areGoneAndTheOthersAreNot() throws Exception {
    Path forged = CASES.resolve("forged-verdict-and-results-of-our-own-name.eml");
    send("MARK", "192.0.2.7", "desk@signer.example", forged);

    Delivered mail = delivered();
    assertThat(mail.unfolded()).containsOnlyOnce("X-Ringfence-Verdict");
    assertThat(mail.theirs())
        .doesNotContainIgnoringCase("X-Ringfence")
        .doesNotContain("mx.example.org")
        .startsWith("Authentication-Results: relay.signer.example; dkim=pass")
        .endsWith("The library is open on Saturday too.\r\n");
  }

  @Test
  void faultOfOurs_isTheFailModeAndStripsForgeriesToo() throws Exception {
    Path forged = CASES.resolve("forged-verdict-and-results-of-our-own-name.eml");
    assertThat(send("TEMP_FAIL", "192.0.2.7", "desk@signer.example", forged))
        .isEqualTo("451 4.7.1 The message could not be looked at yet; try again later.");
    assertThat(postfix.isEmpty()).isTrue();

    assertThat(send("ACCEPT_AND_MARK", "192.0.2.7", "desk@signer.example", forged))
        .startsWith("250 2.0.0");
    Delivered mail = delivered();
    assertThat(mail.unfolded())
        .contains("X-Ringfence-Verdict: not-judged\r\n")
        .contains("X-Ringfence-Reason: Ringfence failed on this message.\r\n");
    assertThat(mail.theirs()).doesNotContainIgnoringCase("X-Ringfence");
  }
}
