package org.ringfence.connector.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.assessment.tenant.PlatformRecords.Answer;
import org.ringfence.assessment.tenant.PlatformRecords.Question;
import org.ringfence.ledger.LedgerCopy;
import org.ringfence.ledger.LedgerEntry;
import org.ringfence.mail.Deadline;
import org.ringfence.store.AlertStore;
import org.ringfence.store.Store;
import org.ringfence.store.StoreSettings;

final class SnsRecordsTest {
  private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:Lantern-Alarms";
  private static final Instant SENT = Instant.parse("2026-11-20T08:00:00Z");
  private static final Deadline SOON = Deadline.in(Duration.ofSeconds(10), System::nanoTime);
  private static final Map<String, String> TEXTS = Map.of("subject", "s", "message", "m");

  @TempDir Path folder;

  private SnsRecords records(Instant... copies) {
    return recordsAt(SENT.plus(Duration.ofDays(1)), copies);
  }

  private SnsRecords recordsAt(Instant now, Instant... copies) {
    StoreSettings.Sqlite file = new StoreSettings.Sqlite(folder.resolve("alerts.db"));
    TopicArn topic = TopicArn.of(TOPIC).orElseThrow();
    try (AlertStore recorder =
        new AlertStore(file, Duration.ofDays(90), InstantSource.fixed(SENT))) {
      for (Instant at : copies) {
        LedgerEntry entry = new LedgerEntry(SnsRecords.PLATFORM, topic.key(), TEXTS, at);
        recorder.record(new LedgerCopy(entry, at.toString(), at));
      }
    }
    return new SnsRecords(
        Store.ledgerOf(file),
        Set.of(topic),
        SnsRecords.Window.standard(),
        InstantSource.fixed(now));
  }

  private static Question question(Map<String, String> identifiers) {
    return new Question(identifiers, Optional.of(SENT));
  }

  private static Question aboutTopic() {
    return question(Map.of("sns-topic", TOPIC, "aws-account", "123456789012"));
  }

  @Test
  void copyAboutThatTime_isKnown() {
    var reply = records(SENT.plusSeconds(3)).ask(aboutTopic(), SOON);
    assertThat(reply.answer()).isEqualTo(new Answer.Known(List.of(TEXTS)));
    assertThat(reply.steps()).singleElement().asString().contains(TOPIC, ": 1.");
  }

  @Test
  void identifiersInLowerCase_areKnown() {
    Question question = question(Map.of("sns-topic", TOPIC.toLowerCase(Locale.ROOT)));
    assertThat(records(SENT).ask(question, SOON).answer()).isInstanceOf(Answer.Known.class);
  }

  @Test
  void accountAlone_meansItsWiredTopics() {
    Question question = question(Map.of("aws-account", "123456789012"));
    assertThat(records(SENT).ask(question, SOON).answer()).isInstanceOf(Answer.Known.class);
  }

  @Test
  void copyOfAnotherTime_isNotKnown() {
    SnsRecords records =
        records(SENT.minus(Duration.ofMinutes(16)), SENT.plus(Duration.ofHours(2)));
    assertThat(records.ask(aboutTopic(), SOON).answer()).isInstanceOf(Answer.NotKnown.class);
  }

  @Test
  void youngMailWithoutCopy_hasNoAnswerYet() {
    Instant earlier = SENT.minus(Duration.ofHours(1));
    assertThat(recordsAt(SENT.plusSeconds(119), earlier).ask(aboutTopic(), SOON).answer())
        .isInstanceOf(Answer.NoAnswer.class);
    assertThat(recordsAt(SENT.plusSeconds(120), earlier).ask(aboutTopic(), SOON).answer())
        .isInstanceOf(Answer.NotKnown.class);
  }

  /** A mail from before the webhook was set up, or from before what the ledger still keeps. */
  @Test
  void mailOlderThanTheOldestCopy_hasNoAnswer() {
    assertThat(records().ask(aboutTopic(), SOON).answer()).isInstanceOf(Answer.NoAnswer.class);
    assertThat(records(SENT.plus(Duration.ofHours(2))).ask(aboutTopic(), SOON).answer())
        .isInstanceOf(Answer.NoAnswer.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:sns:eu-west-1:123456789012:Other",
        "arn:aws:sns:eu-west-1:210987654321:Lantern-Alarms",
        "' OR 1=1",
        "x"
      })
  void topicThatIsNotWired_hasNoAnswer(String topic) {
    assertThat(records(SENT).ask(question(Map.of("sns-topic", topic)), SOON).answer())
        .isInstanceOf(Answer.NoAnswer.class);
  }

  @Test
  void accountThatDoesNotFitTheTopic_hasNoAnswer() {
    Question question = question(Map.of("sns-topic", TOPIC, "aws-account", "210987654321"));
    assertThat(records(SENT).ask(question, SOON).answer()).isInstanceOf(Answer.NoAnswer.class);
  }

  @Test
  void noIdentifierOrTime_hasNoAnswer() {
    SnsRecords records = records(SENT);
    assertThat(records.ask(question(Map.of()), SOON).answer()).isInstanceOf(Answer.NoAnswer.class);
    assertThat(
            records.ask(new Question(Map.of("sns-topic", TOPIC), Optional.empty()), SOON).answer())
        .isInstanceOf(Answer.NoAnswer.class);
  }

  @Test
  void timeThatIsUp_hasNoAnswer() {
    Deadline over = Deadline.in(Duration.ZERO, System::nanoTime);
    assertThat(records(SENT).ask(aboutTopic(), over).answer()).isInstanceOf(Answer.NoAnswer.class);
  }

  @Test
  void missingLedger_hasNoAnswer() {
    SnsRecords records =
        new SnsRecords(
            Store.ledgerOf(new StoreSettings.Sqlite(folder.resolve("none.db"))),
            Set.of(TopicArn.of(TOPIC).orElseThrow()),
            SnsRecords.Window.standard());
    assertThat(records.ask(aboutTopic(), SOON).answer()).isInstanceOf(Answer.NoAnswer.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TOPIC,
        "arn:aws-cn:sns:cn-north-1:123456789012:a_b",
        "arn:aws-us-gov:sns:us-gov-west-1:123456789012:orders.fifo"
      })
  void nameOfATopic_isRead(String text) {
    assertThat(TopicArn.of(text)).get().asString().isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "arn:aws:sqs:eu-west-1:123456789012:a",
        "arn:aws:sns:eu-west-1:12345678901:a",
        "arn:aws:sns:eu-west-1:12345678901x:a",
        "arn:aws:sns:eu-west-1:123456789012:",
        "arn:aws:sns:eu-west-1:123456789012:a b",
        "arn:aws:sns:eu-west-1:123456789012:a\nb",
        "arn:aws:sns:eu-west-1:123456789012:a:b",
        "arn:aws:sns:EU-WEST-1:123456789012:a",
        "arn:other:sns:eu-west-1:123456789012:a",
        "arn:aws:sns:eu-west-1:123456789012:.fifo"
      })
  void whatIsNoNameOfATopic_isNotRead(String text) {
    assertThat(TopicArn.of(text)).isEmpty();
  }
}
