package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.assessment.authentication.Method;
import org.ringfence.assessment.authentication.ResultCode;
import org.ringfence.cli.postfix.PostfixServer;
import org.ringfence.cli.postfix.SmtpDialogue;
import org.ringfence.cli.postfix.SmtpDialogue.Mail;
import org.ringfence.decision.policy.MailFlowRules;
import org.ringfence.door.milter.MilterAddress;
import org.ringfence.door.milter.MilterServer;
import org.ringfence.door.milter.MilterSettings;
import org.ringfence.effect.act.BodyEdits;
import org.ringfence.effect.act.EditedMessage;
import org.ringfence.effect.act.Editing;
import org.ringfence.effect.act.FailMode;
import org.ringfence.effect.act.Marking;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.effect.act.RulePolicy;
import org.ringfence.effect.act.Ruling;
import org.ringfence.effect.act.Wording;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.knowledge.PolicyFile;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Message;
import org.ringfence.mail.Octets;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;
import org.ringfence.mail.TrustBoundary;
import org.ringfence.reception.Care;
import org.ringfence.reception.Reception;
import org.ringfence.reception.ReceptionSettings;
import org.ringfence.reception.Work;

/** What a real Postfix makes of our edits: of subject, header fields, body and recipients. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostfixEffectsTest {
  private static final Path CASES =
      Shell.ROOT.resolve("ringfence-cli/src/test/resources/cases/milter");
  private static final Path EDITS =
      Shell.ROOT.resolve("ringfence-core/src/test/resources/cases/edit");
  private static final Path ALERT = CASES.resolve("windows-defender-389-90-signed.eml");
  private static final Path TWIN = CASES.resolve("its-genuine-twin-signed.eml");
  private static final Path ALTERNATIVES =
      EDITS.resolve("of-alternatives-each-gets-the-warning.eml");
  private static final String WARNING = "Warning: do not call a number from this mail.";
  private static final String CASE = "00000000000000000000000000";
  private static final String RULES =
      """
      groups:
        desk: [desk@contoso.example]
      rules:
        - name: warn
          description: Whoever is not at the desk is warned.
          mode: enforce
          when: score > 0.5 && !("desk" in recipient.groups)
          then:
            - banner: "The desk of Contoso asks: <b>do not call</b>."
            - subject-tag: "[CALL]"
            - disarm-number: mask
            - header: {name: X-Desk, value: look}
      """;

  private final SiteOptions site = site();
  private final Console console =
      new Console(
          InputStream.nullInputStream(), System.out, System.err, Set.of(), Map.of(), Shell.ROOT);
  private final Assembly assembly = new Wiring(console);
  private final Function<Arrival, CaseRecord> judge = assembly.assemble(site).judge();
  private final RulePolicy policy = policy();
  private final Editing editing =
      new Editing(
          new Marking(
              new TrustBoundary(Set.of("mx.example.org"), 0, Set.of()), true, policy.fields()),
          new Wording(assembly.notices(site.knowledge), ""),
          BodyEdits.ALLOWED,
          Limits.standard());
  private final BlockingQueue<Seen> judged = new LinkedBlockingQueue<>();
  private final KeepingStore store = new KeepingStore();
  private final List<AutoCloseable> open = new ArrayList<>();
  private PostfixServer postfix;

  /** A mail as it was judged. */
  private record Seen(Arrival arrival, CaseRecord record) {}

  private static SiteOptions site() {
    SiteOptions site = new SiteOptions();
    site.ocr = SiteOptions.Ocr.OFF;
    site.ownDomains.addAll(List.of("contoso.example", "rcpt.example"));
    site.authentication.zone = CASES.resolve("zone.txt");
    site.authentication.authservIds.add("mx.example.org");
    site.authentication.ownReceived = 0;
    return site;
  }

  private RulePolicy policy() {
    PolicyFile file =
        PolicyFile.read("policy.yaml", Octets.of(RULES.getBytes(StandardCharsets.UTF_8)));
    return new RulePolicy(
        MailFlowRules.compile(file, assembly.vocabulary(site.knowledge)),
        () -> Instant.parse("2026-11-21T12:00:00Z"));
  }

  private CaseRecord judge(Arrival arrival) {
    CaseRecord record = judge.apply(arrival);
    judged.add(new Seen(arrival, record));
    return record;
  }

  @BeforeAll
  void start() throws IOException {
    Reception reception =
        new Reception(
            new Work(this::judge, policy, editing, _ -> ""),
            new Care(store, store, () -> Instant.EPOCH, () -> new byte[10]),
            new ReceptionSettings(
                FailMode.ACCEPT_AND_MARK,
                FailMode.TEMP_FAIL,
                Duration.ofSeconds(20),
                Duration.ofSeconds(2),
                2,
                false,
                ReceptionSettings.Memory.COUNT),
            System::nanoTime);
    MilterServer server =
        new MilterServer(
            MilterAddress.of("127.0.0.1:0"),
            MilterSettings.standard(),
            reception,
            new MilterServer.Clocks(InstantSource.system(), System::nanoTime));
    postfix = new PostfixServer(Map.of("rules", server.start()));
    open.addAll(List.of(postfix, server, reception));
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private void send(String message, String... recipients) throws IOException {
    assertThat(
            SmtpDialogue.send(
                postfix.port("rules"),
                new Mail(
                    "192.0.2.83", "azure-noreply@microsoft.com", List.of(recipients), message)))
        .startsWith("250 2.0.0");
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  /** What Postfix delivered, without the fields that it puts in itself. */
  private Octets delivered() throws IOException, InterruptedException {
    String text =
        new String(postfix.delivered(), StandardCharsets.ISO_8859_1)
            .replace("\n", "\r\n")
            .replaceAll("(?m)\\A(?:(?:Return-Path|X-Original-To|Delivered-To): .*\r\n)*", "")
            .replaceFirst("(?m)^Received: .*\r\n(?:[ \t].*\r\n)*", "");
    return Octets.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String text(Octets octets) {
    return octets.decode(StandardCharsets.ISO_8859_1);
  }

  /** What we would have sent on ourselves. */
  private Octets expected(String recipient) throws InterruptedException {
    Seen seen = judged.take();
    Ruling ruling =
        policy.decide(seen.record(), seen.arrival()).stream()
            .filter(one -> one.recipients().contains(recipient))
            .findFirst()
            .orElseThrow();
    Octets octets = seen.arrival().octets();
    MessageEdits edits =
        editing.judged(
            seen.record(),
            ruling,
            new Editing.Original(octets, EditedMessage.header(octets), true, CASE));
    return EditedMessage.of(octets, edits);
  }

  private List<String> shown(Octets mail, SurfaceKind kind) {
    Message message = judge.apply(Arrival.ofFile(mail)).message();
    return message.surfaces(kind).stream().map(Surface::text).toList();
  }

  @Test
  void lure_isDeliveredWithItsWarningAndWithoutItsNumber() throws Exception {
    send(read(ALERT), "ines@contoso.example");
    Octets mail = delivered();

    assertThat(text(mail)).isEqualTo(text(expected("ines@contoso.example")));
    assertThat(shown(mail, SurfaceKind.SUBJECT))
        .containsExactly("[CALL] Azure: Activated Severity: 2 Memory spike");
    assertThat(shown(mail, SurfaceKind.VISIBLE_HTML).getFirst())
        .startsWith(WARNING)
        .contains("asks: <b>do not call</b>.")
        .contains("+1 (864) 347-XXXX [a stranger's number]")
        .doesNotContain("347-2494", "347-4846");
    assertThat(text(mail)).contains("X-Ringfence-Disarmed: all", "X-Ringfence-Body: warned");
  }

  /** That is the price of a body edit; POLICY.md says so. */
  @Test
  void editedMail_isNoLongerSignedByItsAuthor() throws Exception {
    send(read(ALERT), "ines@contoso.example");
    Seen seen = judged.take();
    CaseRecord after = judge.apply(Arrival.ofFile(delivered()));

    assertThat(seen.record().authenticated().first(Method.DKIM).orElseThrow().code())
        .isEqualTo(ResultCode.PASS);
    assertThat(after.authenticated().first(Method.DKIM).orElseThrow().code())
        .isEqualTo(ResultCode.FAIL);
  }

  @Test
  void genuineTwin_keepsItsOctetsAndItsSignature() throws Exception {
    send(read(TWIN), "ines@contoso.example");
    judged.take();
    Octets mail = delivered();

    assertThat(text(mail)).endsWith(read(TWIN).replaceAll("(?m)^X-Ringfence-.*\r\n", ""));
    assertThat(
            judge
                .apply(Arrival.ofFile(mail))
                .authenticated()
                .first(Method.DKIM)
                .orElseThrow()
                .code())
        .isEqualTo(ResultCode.PASS);
  }

  /** Postfix counts fields anew after each change: changed, removed and added at once. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "of-alternatives-each-gets-the-warning.eml",
        "nested-parts-keep-their-places.eml",
        "a-quoted-printable-part-stays-quoted-printable.eml",
        "a-mail-without-any-type-is-plain-text.eml",
        "seven-bits-become-quoted-printable-for-a-warning-in-eight.eml",
        "a-signed-mail-keeps-its-body.eml",
        "of-two-subjects-both-are-tagged.eml",
        "an-unclosed-page-gets-the-warning-first.eml"
      })
  void postfix_makesOfAMailWhatWeWouldHaveMadeOfIt(String name) throws Exception {
    send(read(EDITS.resolve(name)), "ines@contoso.example");

    assertThat(text(delivered())).isEqualTo(text(expected("ines@contoso.example")));
  }

  @Test
  void changedRemovedAndAddedFields_areEachTheOnesThatWereMeant() throws Exception {
    send(
        read(CASES.resolve("two-subjects-and-forged-fields-around-them.eml")),
        "ines@contoso.example");
    Octets mail = delivered();

    assertThat(text(mail)).isEqualTo(text(expected("ines@contoso.example")));
    assertThat(shown(mail, SurfaceKind.SUBJECT))
        .containsExactly("[CALL] Your order", "[CALL] für 389,90 USD");
    assertThat(text(mail)).containsOnlyOnce("X-Desk: look").doesNotContain("forged");
  }

  /** Header injection: what a subject hides comes out when it is tagged and masked. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=?utf-8?q?a=0D=0AX-Evil:_1?= call +1 (808) 555-0142",
        "=?utf-8?b?YQ0KWC1FdmlsOiAx?= call +1 (808) 555-0142",
        "a\rX-Evil: 1",
        "a\u0085X-Evil: 1",
        "a\r\n X-Evil: 1"
      })
  void wordsOfASubject_addNoField(String words) throws Exception {
    String lure = read(ALERT).replaceFirst("Subject: ", "Subject: " + words + " ");
    send(lure, "ines@contoso.example");
    judged.take();

    Octets mail = delivered();
    String header = text(mail).substring(0, text(mail).indexOf("\r\n\r\n"));

    assertThat(header).contains("X-Ringfence-Body: warned");
    assertThat(shown(mail, SurfaceKind.SUBJECT).getFirst()).startsWith("[CALL] ");
    assertThat(header.lines()).noneMatch(line -> line.startsWith("X-Evil"));
    assertThat(header.substring(0, header.indexOf("DKIM-Signature:")))
        .matches("(?:[A-Za-z-]+: [ -~]+\r\n(?:[ \t][ -~]+\r\n)*)+");
  }

  @Test
  void bodyOfManyPieces_isPutTogether() throws Exception {
    String page = "<p>A paragraph among many, and each of them has a place.</p>\r\n".repeat(5_000);
    String html =
        read(EDITS.resolve("a-html-mail-gets-the-warning-behind-its-body-tag.eml"))
            .replace("</body>", page + "</body>");
    send(html, "ines@contoso.example");

    assertThat(text(delivered())).isEqualTo(text(expected("ines@contoso.example")));
  }

  @Test
  void recipientsWithDifferentRules_getTheirOwnForms() throws Exception {
    send(read(ALTERNATIVES), "ines@contoso.example", "desk@contoso.example");
    Octets mail = delivered();
    Seen seen = judged.peek();

    assertThat(text(mail)).isEqualTo(text(expected("ines@contoso.example"))).contains(WARNING);
    KeepingStore.Taken taken = store.taken.take();
    assertThat(taken.recipients()).containsExactly("desk@contoso.example");
    assertThat(taken.forms().getFirst().body()).isEmpty();
    assertThat(seen).isNotNull();
    assertThat(text(EditedMessage.of(taken.octets(), taken.forms().getFirst())))
        .doesNotContain(WARNING)
        .contains("555-0142")
        .endsWith(text(seen.arrival().octets()).substring(bodyOf(seen)));
    assertThat(postfix.isEmpty()).isTrue();
  }

  private static int bodyOf(Seen seen) {
    return text(seen.arrival().octets()).indexOf("\r\n\r\n");
  }
}
