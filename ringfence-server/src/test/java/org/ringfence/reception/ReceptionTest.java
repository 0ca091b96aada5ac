package org.ringfence.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.ringfence.effect.act.CallbackChoice;
import org.ringfence.effect.act.Disposition;
import org.ringfence.effect.act.Editing;
import org.ringfence.effect.act.FailMode;
import org.ringfence.effect.act.HeaderEdit;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.effect.act.Policy;
import org.ringfence.effect.act.Ruling;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.HeaderField;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Octets;

final class ReceptionTest {
  private static final Handover.Door DOOR = new Handover.Door("test", Handover.Ability.ONE_FORM);
  private static final HeaderSection HEADER =
      new HeaderSection(List.of(new HeaderField("X-Ringfence-Verdict", "clear")));

  private static String faulty(CaseRecord record) {
    throw new IllegalStateException("words of the mail " + record.message());
  }

  private static Handover mail(String words) {
    return mail(words, "b@example.org");
  }

  private static Handover mail(String words, String... recipients) {
    Octets octets = Octets.of(words.getBytes(StandardCharsets.US_ASCII));
    Arrival arrival =
        new Arrival(
            Optional.empty(),
            new Envelope(Optional.of("a@example.net"), List.of(recipients)),
            octets,
            Optional.empty());
    return new Handover(DOOR, "4Xk7Qm", arrival, HEADER, true);
  }

  private static Answer answer(String words, FailMode failMode, Duration deadline)
      throws IOException {
    try (Reception reception =
        new FakeJudge().reception(CallbackChoice.QUARANTINE, failMode, deadline)) {
      return reception.receive(mail(words), () -> {});
    }
  }

  private static Answer answer(String words, FailMode failMode) throws IOException {
    return answer(words, failMode, Duration.ofMillis(500));
  }

  private static Answer.Step step(Answer answer) {
    assertThat(answer.parts()).hasSize(1);
    return answer.parts().getFirst().step();
  }

  private static MessageEdits edits(Answer answer) {
    return ((Answer.Deliver) step(answer)).edits();
  }

  private static void assertRefused(Answer answer) {
    assertThat(step(answer)).isInstanceOf(Answer.Refuse.class);
  }

  private static void assertNotJudged(Answer answer, String reason) {
    MessageEdits edits = edits(answer);
    assertThat(edits.removed()).containsExactly(new HeaderEdit.Remove("X-Ringfence-Verdict", 1));
    assertThat(edits.added())
        .startsWith(
            new HeaderEdit.Add("X-Ringfence-Verdict", "not-judged"),
            new HeaderEdit.Add("X-Ringfence-Reason", reason))
        .last()
        .matches(field -> field.name().equals("X-Ringfence-Case"));
  }

  @Test
  void verdict_isWhatThePolicyMakesOfIt() throws IOException {
    assertThat(step(answer("scam", FailMode.TEMP_FAIL))).isEqualTo(new Answer.Taken());
    assertThat(edits(answer("hello", FailMode.TEMP_FAIL)).added())
        .contains(new HeaderEdit.Add("X-Ringfence-Verdict", "clear"));
  }

  @Test
  void lateVerdict_isTheSitesFailMode() throws IOException {
    assertNotJudged(
        answer("slow", FailMode.ACCEPT_AND_MARK), "Judging took longer than the deadline.");
    assertRefused(answer("slow", FailMode.TEMP_FAIL));
  }

  /** The reason must not hold the fault's own words: they may be those of the mail. */
  @Test
  void faultOfOurs_isTheSitesFailModeWithoutWordsOfTheMail() throws IOException {
    assertNotJudged(answer("fault", FailMode.ACCEPT_AND_MARK), "Ringfence failed on this message.");
    assertRefused(answer("fault", FailMode.TEMP_FAIL));
  }

  /** What is written down of a mail is made of its words too. */
  @Test
  void faultOfOursInWritingItDown_isTheSitesFailModeAsWell() throws IOException {
    FakeJudge judge = new FakeJudge();
    try (Reception reception =
        judge.reception(CallbackChoice.MARK, FailMode.TEMP_FAIL, Duration.ofSeconds(1))) {
      reception.exchange(
          judge.work(CallbackChoice.MARK, new Editing(judge.marking()), ReceptionTest::faulty));
      assertRefused(reception.receive(mail("hello"), () -> {}));
    }
  }

  /** A link that names one recipient, in the only form there is, would be everybody's. */
  @Test
  void formThatSeveralGet_hasNoLinkOfOne() throws IOException {
    FakeJudge judge = new FakeJudge();
    Editing linked = new Editing(judge.marking()).with((id, recipient) -> "https://" + recipient);
    Policy each =
        (record, arrival) ->
            arrival.envelope().rcptTo().stream()
                .map(one -> Ruling.of(List.of(one), new Disposition.Deliver()))
                .toList();
    try (Reception reception =
        judge.reception(CallbackChoice.MARK, FailMode.TEMP_FAIL, Duration.ofSeconds(1))) {
      reception.exchange(judge.work(each, linked, _ -> ""));
      assertThat(fields(reception.receive(mail("scam"), () -> {}))).contains("X-Ringfence-Page");
      assertThat(
              fields(reception.receive(mail("scam", "b@example.org", "c@example.org"), () -> {})))
          .doesNotContain("X-Ringfence-Page");
    }
  }

  private static List<String> fields(Answer answer) {
    return answer.parts().stream()
        .map(part -> ((Answer.Deliver) part.step()).edits())
        .flatMap(edits -> edits.added().stream())
        .map(HeaderEdit.Add::name)
        .toList();
  }

  @Test
  void slowJudgement_isReportedMeanwhile() throws IOException {
    AtomicInteger told = new AtomicInteger();
    try (Reception reception =
        new FakeJudge()
            .reception(CallbackChoice.MARK, FailMode.TEMP_FAIL, Duration.ofSeconds(20))) {
      Answer answer = reception.receive(mail("slow"), told::incrementAndGet);
      assertThat(step(answer)).isInstanceOf(Answer.Deliver.class);
    }
    assertThat(told.get()).isBetween(3, 8);
  }

  @Test
  void mailServerThatHasGone_isWaitedForNoLonger() {
    try (Reception reception =
        new FakeJudge()
            .reception(CallbackChoice.MARK, FailMode.TEMP_FAIL, Duration.ofSeconds(20))) {
      assertThatThrownBy(
              () ->
                  reception.receive(
                      mail("slow"),
                      () -> {
                        throw new IOException("gone");
                      }))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void closedReception_stillAnswersAsTheSiteChose() throws IOException {
    Reception reception =
        new FakeJudge().reception(CallbackChoice.MARK, FailMode.TEMP_FAIL, Duration.ofSeconds(1));
    reception.close();
    assertRefused(reception.receive(mail("hello"), () -> {}));
  }
}
