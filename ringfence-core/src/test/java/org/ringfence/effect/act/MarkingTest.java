package org.ringfence.effect.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringfence.assessment.authentication.AuthenticationResults;
import org.ringfence.assessment.authentication.Method;
import org.ringfence.assessment.authentication.MethodResult;
import org.ringfence.assessment.authentication.ResultCode;
import org.ringfence.assessment.authentication.source.Authenticated;
import org.ringfence.assessment.authentication.source.AuthorIdentity;
import org.ringfence.assessment.hallmark.Finding;
import org.ringfence.assessment.path.DeliveryPath;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.assessment.tenant.TenantStanding;
import org.ringfence.decision.judge.Band;
import org.ringfence.decision.judge.Explanation;
import org.ringfence.decision.judge.Verdict;
import org.ringfence.effect.educate.Advice;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Addressing;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.HeaderField;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Message;
import org.ringfence.mail.Octets;
import org.ringfence.mail.ParseDefect;
import org.ringfence.mail.Place;
import org.ringfence.mail.TrustBoundary;

final class MarkingTest {
  private static final TrustBoundary BOUNDARY =
      new TrustBoundary(Set.of("mx.example.org"), 0, Set.of());
  private static final HeaderSection BARE = new HeaderSection(List.of());

  private static CaseRecord record(Band band) {
    return new CaseRecord(
        new Message(
            BARE,
            new Addressing(List.of(), List.of(), List.of(), List.of(), List.of()),
            List.of(),
            List.of(
                new ParseDefect(ParseDefect.Kind.LIMIT_REACHED, Place.header("message"), "long"),
                new ParseDefect(ParseDefect.Kind.CHARSET, Place.part("1"), "guessed"))),
        new Authenticated(
            new AuthenticationResults(
                "mx.example.org",
                List.of(new MethodResult(Method.SPF, ResultCode.PASS, "", List.of()))),
            new AuthorIdentity.Unauthenticated("nobody"),
            List.of(),
            List.of(),
            List.of()),
        new DeliveryPath(new DeliveryPath.Road.Direct(), List.of(), false),
        new Recognition.LookAlike("azure-monitor", "sent by another"),
        Optional.of(
            new TenantStanding(
                TenantStanding.Standing.NOT_OURS,
                "another's",
                List.of(),
                TenantStanding.Comparison.none(),
                List.of())),
        List.of(),
        List.of(
            new Finding.Present("dispute-by-phone", List.of()),
            new Finding.Absent("other"),
            new Finding.Present("clock-is-ticking", List.of())),
        new Verdict(band, 0.98765, Map.of(), Explanation.leaf(0, "nothing")),
        new Advice("", List.of(), List.of()),
        Duration.ZERO);
  }

  private static HeaderSection header(String... fields) {
    return new HeaderSection(
        Stream.of(fields)
            .map(field -> field.split(":", 2))
            .map(parts -> new HeaderField(parts[0], parts[1].strip()))
            .toList());
  }

  @Test
  void judgedMessage_tellsItsVerdictOnTop() {
    MessageEdits edits =
        new Marking(BOUNDARY, true).judged(record(Band.SUSPICIOUS), BARE, "case-1");

    assertThat(edits.removed()).isEmpty();
    assertThat(edits.added())
        .containsExactly(
            new HeaderEdit.Add("Authentication-Results", "mx.example.org; spf=pass"),
            new HeaderEdit.Add("X-Ringfence-Verdict", "suspicious"),
            new HeaderEdit.Add("X-Ringfence-Score", "0.9877"),
            new HeaderEdit.Add("X-Ringfence-Platform", "azure-monitor; look-alike"),
            new HeaderEdit.Add("X-Ringfence-Tenant", "not-ours"),
            new HeaderEdit.Add("X-Ringfence-Hallmarks", "dispute-by-phone, clock-is-ticking"),
            new HeaderEdit.Add("X-Ringfence-Unread", "limit-reached"),
            new HeaderEdit.Add("X-Ringfence-Case", "case-1"));
  }

  @Test
  void messageThatWasNotJudged_tellsItsCaseToo() {
    assertThat(new Marking(BOUNDARY, true).notJudged("Too slow.", BARE, "case-1").added())
        .contains(new HeaderEdit.Add("X-Ringfence-Case", "case-1"));
  }

  /** Results that a relay of the site wrote are its own to tell. */
  @Test
  void resultsThatWereNotChecked_areNotWritten() {
    assertThat(new Marking(BOUNDARY, false).judged(record(Band.CLEAR), BARE, "case-1").added())
        .noneMatch(field -> field.name().equals("Authentication-Results"));
  }

  @Test
  void forgedFields_areRemovedByTheirPlaceAndHonestOnesStay() {
    HeaderSection received =
        header(
            "X-RINGFENCE-verdict: clear",
            "Authentication-Results: relay.example; dkim=pass",
            "Authentication-Results: MX.example.org; dkim=pass",
            "X-Ringfence-Verdict: clear",
            "X-Ringfenced: no",
            "Authentication-Results: (never ends",
            "X-Ringfence-Anything:");
    List<HeaderEdit.Remove> expected =
        List.of(
            new HeaderEdit.Remove("X-RINGFENCE-verdict", 1),
            new HeaderEdit.Remove("Authentication-Results", 2),
            new HeaderEdit.Remove("X-Ringfence-Verdict", 2),
            new HeaderEdit.Remove("Authentication-Results", 3),
            new HeaderEdit.Remove("X-Ringfence-Anything", 1));

    Marking marking = new Marking(BOUNDARY, true);
    assertThat(marking.judged(record(Band.CLEAR), received, "case-1").removed())
        .isEqualTo(expected);
    assertThat(marking.notJudged("Too slow.", received, "case-1").removed()).isEqualTo(expected);
  }

  @Test
  void fieldsOfTrustedRelays_stay() {
    TrustBoundary behindRelay = new TrustBoundary(Set.of("mx.example.org"), 1, Set.of());
    HeaderSection received =
        header(
            "Authentication-Results: mx.example.org; dkim=pass",
            "Received: from a by mx.example.org",
            "Authentication-Results: mx.example.org; dkim=pass");

    assertThat(
            new Marking(behindRelay, false)
                .judged(record(Band.CLEAR), received, "case-1")
                .removed())
        .containsExactly(new HeaderEdit.Remove("Authentication-Results", 2));
  }

  @Test
  void choice_isAboutCallbackPhishingAlone() {
    Arrival arrival =
        new Arrival(
            Optional.empty(), Envelope.unknown(), Octets.empty(), Optional.of(Instant.EPOCH));
    for (CallbackChoice choice : CallbackChoice.values()) {
      assertThat(choice.decide(record(Band.SUSPICIOUS), arrival).getFirst().disposition().key())
          .isEqualTo("deliver");
    }
    assertThat(CallbackChoice.values())
        .extracting(
            choice ->
                choice
                    .decide(record(Band.CALLBACK_PHISHING), arrival)
                    .getFirst()
                    .disposition()
                    .key())
        .containsExactly("deliver", "quarantine", "reject");
    assertThat(FailMode.TEMP_FAIL.disposition().key()).isEqualTo("temp-fail");
  }

  @Test
  void replyThatIsNone_isRefused() {
    assertThatThrownBy(() -> new SmtpReply(250, "2.0.0", "fine"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SmtpReply(550, "4.7.1", "no"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SmtpReply(550, "5.7.1", "no\r\n250 yes"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new SmtpReply(550, "5.7.1", "No.").line()).isEqualTo("550 5.7.1 No.");
  }
}
