package org.ringfence.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.assessment.tenant.TenantStanding;
import org.ringfence.connector.smtp.FakeNextHop;
import org.ringfence.connector.smtp.NextHop;
import org.ringfence.connector.smtp.SmtpConnector;
import org.ringfence.connector.smtp.SmtpTimes;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Custody;
import org.ringfence.custody.Custody.Kept;
import org.ringfence.custody.Keep;
import org.ringfence.custody.KeptMail;
import org.ringfence.custody.Receipt;
import org.ringfence.custody.Standing;
import org.ringfence.custody.Standing.Purpose;
import org.ringfence.custody.Summary;
import org.ringfence.decision.judge.Band;
import org.ringfence.effect.act.HeaderEdit;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.knowledge.PolicyAction.Hold;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.Octets;
import org.ringfence.mail.SmtpClient;
import org.ringfence.reception.FakeCustody;
import org.ringfence.reception.FakeJudge;

@Timeout(60)
final class DispatchTest {
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final String MAIL = "Subject: x\r\n\r\nText with \u00e9.\r\n";
  private static final String INES = "ines@contoso.example";

  private final FakeCustody custody = new FakeCustody();
  private final AtomicInteger cases = new AtomicInteger();
  private final AtomicReference<Instant> now = new AtomicReference<>(FakeJudge.NOW);
  private final AtomicReference<CaseRecord> judgement =
      new AtomicReference<>(FakeJudge.record(Band.CLEAR));
  private final InstantSource clock = now::get;
  private FakeNextHop next;
  private SmtpConnector connector;

  @BeforeEach
  void open() throws Exception {
    next = new FakeNextHop(NextHop.Protocol.SMTP);
    connector =
        new SmtpConnector(
            next.hop(new NextHop.Never()),
            new SmtpTimes(SHORT, SHORT, SHORT, SHORT, SHORT),
            System::nanoTime);
  }

  @AfterEach
  void close() throws Exception {
    connector.close();
    next.close();
  }

  private Dispatch started() {
    var dispatch =
        new Dispatch(
            custody,
            connector,
            _ -> judgement.get(),
            new DispatchSettings(
                2,
                Duration.ofMillis(50),
                Duration.ofMillis(50),
                Duration.ofMinutes(1),
                Duration.ofMinutes(4),
                Duration.ofMinutes(10),
                Duration.ofSeconds(5)),
            clock);
    dispatch.start();
    return dispatch;
  }

  private CaseId keep(String recipient, Standing standing) {
    CaseId id =
        CaseId.of(
            FakeJudge.NOW, ByteBuffer.allocate(10).putInt(6, cases.incrementAndGet()).array());
    Arrival arrival =
        new Arrival(
            Optional.of(new SmtpClient(InetAddress.ofLiteral("192.0.2.83"), "mail.example")),
            new Envelope(Optional.of("a@b.example"), List.of(recipient)),
            Octets.of(MAIL.getBytes(StandardCharsets.ISO_8859_1)),
            Optional.of(FakeJudge.NOW));
    MessageEdits edits =
        new MessageEdits(List.of(), List.of(new HeaderEdit.Add("X-Ringfence-Verdict", "clear")));
    custody.take(
        new KeptMail(id, arrival, List.of(new Keep(recipient, standing, edits))),
        entry(id, arrival));
    return id;
  }

  private static CaseEntry entry(CaseId id, Arrival arrival) {
    return new CaseEntry(
        id,
        new Receipt("smtp", "", FakeJudge.NOW, Optional.empty(), arrival.envelope(), 10),
        new Summary(
            "clear", "", 0, "", "", "", "", "", "", List.of(), List.of(), "", Duration.ZERO),
        List.of());
  }

  private static Standing.Waiting waiting(Purpose purpose) {
    return new Standing.Waiting(INES, purpose, FakeJudge.NOW, 0);
  }

  private Standing await(String recipient, Predicate<Standing> wanted) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!wanted.test(custody.standing(recipient)) && end - System.nanoTime() > 0) {
      Thread.sleep(10);
    }
    assertThat(custody.standing(recipient)).matches(wanted);
    return custody.standing(recipient);
  }

  @Test
  void delivery_isSentWithItsEditsAndItsClient() throws Exception {
    keep(INES, waiting(Purpose.DELIVERY));
    try (Dispatch _ = started()) {
      await(INES, Standing.Sent.class::isInstance);
    }
    FakeNextHop.Mail mail = next.next();
    assertThat(mail.octets()).isEqualTo("X-Ringfence-Verdict: clear\r\n" + MAIL);
    assertThat(mail.from()).isEqualTo("<a@b.example> BODY=8BITMIME");
    assertThat(mail.to()).containsExactly("<" + INES + ">");
    assertThat(mail.facts()).isEqualTo("ADDR=192.0.2.83 HELO=mail.example");
  }

  @Test
  void release_saysSoAndRedirectedMailGoesElsewhere() throws Exception {
    CaseId id =
        keep(INES, new Standing.Waiting("desk@contoso.example", Purpose.RELEASE, now.get(), 0));
    try (Dispatch _ = started()) {
      await(INES, Standing.Sent.class::isInstance);
    }
    FakeNextHop.Mail mail = next.next();
    assertThat(mail.octets()).contains("X-Ringfence-Released: " + id + "\r\n");
    assertThat(mail.to()).containsExactly("<desk@contoso.example>");
  }

  @Test
  void mailThatIsPutOff_waitsLongerEachTimeAndIsGivenUp() throws Exception {
    keep(INES, waiting(Purpose.DELIVERY));
    next.when("RCPT", "451 4.2.0 Later");
    try (Dispatch dispatch = started()) {
      for (int minutes : List.of(1, 2, 4)) {
        Instant then = now.get().plus(Duration.ofMinutes(minutes));
        await(INES, one -> one instanceof Standing.Waiting w && w.next().equals(then));
        now.set(then);
        dispatch.poke();
      }
      assertThat(await(INES, Standing.Refused.class::isInstance))
          .isEqualTo(new Standing.Refused("Given up after 4 tries: 451 4.2.0 Later"));
    }
  }

  @Test
  void refusal_isThereToBeSeen() throws Exception {
    keep(INES, waiting(Purpose.DELIVERY));
    next.when(".", "554 5.7.1 No");
    try (Dispatch _ = started()) {
      assertThat(await(INES, Standing.Refused.class::isInstance))
          .isEqualTo(new Standing.Refused("554 5.7.1 No"));
    }
  }

  @Test
  void mailThatMayHaveArrived_isSentAgainUnlessItWasReleased() throws Exception {
    next.when(".", FakeNextHop.HANG_UP);
    keep("delivery@contoso.example", waiting(Purpose.DELIVERY));
    keep("release@contoso.example", waiting(Purpose.RELEASE));
    try (Dispatch _ = started()) {
      await(
          "delivery@contoso.example", one -> one instanceof Standing.Waiting w && w.attempts() > 0);
      assertThat(await("release@contoso.example", Standing.Refused.class::isInstance).toString())
          .contains("See whether it arrived");
    }
  }

  @Test
  void whatACrashLeft_isSentAgainUnlessItWasReleased() throws Exception {
    keep("delivery@contoso.example", new Standing.Sending(INES, Purpose.DELIVERY, 1));
    keep("release@contoso.example", new Standing.Sending(INES, Purpose.RELEASE, 1));
    try (Dispatch _ = started()) {
      await("delivery@contoso.example", Standing.Sent.class::isInstance);
      await("release@contoso.example", Standing.Refused.class::isInstance);
    }
    next.next();
    assertThat(next.taken).isEmpty();
  }

  @Test
  void heldMail_endsAsTheRuleSays() throws Exception {
    for (Hold.End end : Hold.End.values()) {
      keep(end + "@contoso.example", new Standing.Held("rule", FakeJudge.NOW, end));
    }
    try (Dispatch _ = started()) {
      await("DELIVER@contoso.example", Standing.Sent.class::isInstance);
      await("QUARANTINE@contoso.example", Standing.Quarantined.class::isInstance);
      await("DISCARD@contoso.example", Standing.Deleted.class::isInstance);
    }
    assertThat(next.next().to()).containsExactly("<DELIVER@contoso.example>");
  }

  @Test
  void heldMailThatThePlatformConfirms_isReleased() throws Exception {
    Instant until = FakeJudge.NOW.plus(Duration.ofHours(1));
    keep(INES, new Standing.Held("rule", until, Hold.End.QUARANTINE));
    try (Dispatch _ = started()) {
      Thread.sleep(300);
      assertThat(custody.standing(INES)).isInstanceOf(Standing.Held.class);
      judgement.set(confirmed());
      await(INES, Standing.Sent.class::isInstance);
    }
    assertThat(next.next().octets())
        .contains("X-Ringfence-Verdict: clear\r\n", "X-Ringfence-Released: ");
  }

  private static CaseRecord confirmed() {
    CaseRecord plain = FakeJudge.record(Band.CLEAR);
    return new CaseRecord(
        plain.message(),
        plain.authenticated(),
        plain.path(),
        plain.recognition(),
        Optional.of(
            new TenantStanding(
                TenantStanding.Standing.CONFIRMED_OURS,
                "The records have it.",
                List.of(),
                TenantStanding.Comparison.none(),
                List.of())),
        plain.numbers(),
        plain.findings(),
        plain.verdict(),
        plain.advice(),
        plain.elapsed());
  }

  @Test
  void storeThatCannotBeHad_stopsSendingUntilItIsBack() throws Exception {
    keep(INES, waiting(Purpose.DELIVERY));
    custody.fail(true);
    try (Dispatch _ = started()) {
      Thread.sleep(300);
      assertThat(next.taken).isEmpty();
      custody.fail(false);
      await(INES, Standing.Sent.class::isInstance);
    }
  }

  @Test
  void wantOfMemory_stopsNeitherSendingNorAsking() throws Exception {
    keep(INES, waiting(Purpose.DELIVERY));
    Instant until = FakeJudge.NOW.plus(Duration.ofHours(1));
    keep("held@contoso.example", new Standing.Held("rule", until, Hold.End.QUARANTINE));
    judgement.set(confirmed());
    custody.exhaust(true);
    try (Dispatch _ = started()) {
      Thread.sleep(300);
      custody.exhaust(false);
      await(INES, Standing.Sent.class::isInstance);
      await("held@contoso.example", Standing.Sent.class::isInstance);
    }
  }

  /** What stands as being sent and never was would be a release that somebody has to look at. */
  @Test
  void closing_leavesNoMailClaimedThatNobodySends() throws Exception {
    for (int i = 0; i < 8; i++) {
      keep("r" + i + "@contoso.example", waiting(Purpose.RELEASE));
    }
    custody.moveIn(100);
    try (Dispatch _ = started()) {
      Thread.sleep(50);
    }
    Thread.sleep(300);
    assertThat(custody.list(new Custody.Wanted(List.of(), Optional.empty(), Optional.empty(), 8)))
        .extracting(Kept::standing)
        .noneMatch(Standing.Sending.class::isInstance)
        .anyMatch(Standing.Waiting.class::isInstance);
  }

  @Test
  void nextHostThatCannotBeReached_costsNoMail() throws Exception {
    keep(INES, waiting(Purpose.RELEASE));
    next.close();
    try (Dispatch _ = started()) {
      await(INES, one -> one instanceof Standing.Waiting w && w.attempts() == 1);
    }
  }

  @Test
  void mailThatSomebodyDeletesMeanwhile_isEitherSentOrDeleted() throws Exception {
    for (int i = 0; i < 60; i++) {
      keep("r" + i + "@contoso.example", waiting(Purpose.DELIVERY));
    }
    int deleted = 0;
    try (Dispatch dispatch = started()) {
      for (Kept kept : custody.due(now.get(), 60).reversed()) {
        dispatch.poke();
        deleted += custody.move(kept, new Standing.Deleted(now.get()), "ines") ? 1 : 0;
        Thread.sleep(1);
      }
      for (int i = 0; i < 60; i++) {
        await(
            "r" + i + "@contoso.example",
            one -> one instanceof Standing.Sent || one instanceof Standing.Deleted);
      }
    }
    assertThat(next.taken).hasSize(60 - deleted);
  }
}
