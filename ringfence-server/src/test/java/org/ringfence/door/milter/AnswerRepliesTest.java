package org.ringfence.door.milter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Receipt;
import org.ringfence.custody.Summary;
import org.ringfence.effect.act.HeaderEdit;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.effect.act.SmtpReply;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.Octets;
import org.ringfence.reception.Answer;

final class AnswerRepliesTest {
  private static final int LEADING_SPACE = 0x100000;

  /** Printable ASCII, and line ends that a blank follows, so that they are folds. */
  private static final String VALUE = "(?:[ -~]|\n [!-~])*";

  private static final CaseEntry ENTRY =
      new CaseEntry(
          CaseId.of(Instant.EPOCH, new byte[10]),
          new Receipt("milter", "", Instant.EPOCH, Optional.empty(), Envelope.unknown(), 0),
          new Summary(
              "clear", "", 0, "", "", "", "", "", "", List.of(), List.of(), "", Duration.ZERO),
          List.of());
  private static final MessageEdits EDITS =
      new MessageEdits(
          List.of(new HeaderEdit.Remove("X-Old", 1), new HeaderEdit.Remove("x-old", 2)),
          List.of(
              new HeaderEdit.Change("Subject", 1, "one"),
              new HeaderEdit.Change("Subject", 2, "two")),
          List.of(new HeaderEdit.Add("X-Top", "1"), new HeaderEdit.Add("X-Below", "2")),
          Optional.of(Octets.of("new".getBytes(StandardCharsets.US_ASCII))));

  private static List<MilterReply> replies(int steps, Answer.Part... parts) {
    return new AnswerReplies(new Options(6, steps)).of(new Answer(ENTRY, List.of(parts)));
  }

  private static Answer.Part part(Answer.Step step, String... recipients) {
    return new Answer.Part(List.of(recipients), step);
  }

  private static MessageEdits body(int length) {
    return new MessageEdits(
        List.of(), List.of(), List.of(), Optional.of(Octets.of(new byte[length])));
  }

  @Test
  void edits_areToldSoThatNoCountIsUpsetByAnother() {
    assertThat(replies(LEADING_SPACE, part(new Answer.Deliver(EDITS), "a@example.org")))
        .containsExactly(
            new MilterReply.ChangeHeader("Subject", 2, " two"),
            new MilterReply.ChangeHeader("Subject", 1, " one"),
            new MilterReply.DeleteHeader("x-old", 2),
            new MilterReply.DeleteHeader("X-Old", 1),
            new MilterReply.InsertHeader("X-Below", " 2"),
            new MilterReply.InsertHeader("X-Top", " 1"),
            new MilterReply.ReplaceBody(EDITS.body().orElseThrow()),
            new MilterReply.Continue());
  }

  /** Header injection: a mail server writes out what it is given. */
  @Property(tries = 500)
  void wordsOfAField_endNeitherItNorTheReply(
      @ForAll @CharRange(from = '\0', to = '\uffff') String wild,
      @ForAll @Chars({'\r', '\n', '\0', ' ', '\t', ':', 'X', '\u2028', '\u0085'}) String wicked) {
    for (String words : List.of(wild, wicked, wicked + wild)) {
      MessageEdits edits =
          new MessageEdits(
              List.of(),
              List.of(new HeaderEdit.Change("Subject", 1, words)),
              List.of(new HeaderEdit.Add("X-Top", words)),
              Optional.empty());
      assertThat(replies(LEADING_SPACE, part(new Answer.Deliver(edits), "a@example.org")))
          .satisfiesExactly(
              reply -> assertThat(((MilterReply.ChangeHeader) reply).value()).matches(VALUE),
              reply -> assertThat(((MilterReply.InsertHeader) reply).value()).matches(VALUE),
              reply -> assertThat(reply).isEqualTo(new MilterReply.Continue()));
    }
  }

  @Test
  void mailServerThatEatsTheBlank_getsNone() {
    assertThat(replies(0, part(new Answer.Deliver(EDITS), "a@example.org")))
        .contains(new MilterReply.ChangeHeader("Subject", 1, "one"))
        .contains(new MilterReply.InsertHeader("X-Top", "1"));
  }

  @Test
  void recipientsWhoseMailWeKeep_areDeleted() {
    assertThat(
            replies(
                LEADING_SPACE,
                part(new Answer.Deliver(MessageEdits.none()), "a@example.org"),
                part(new Answer.Taken(), "b@example.org", "c@example.org")))
        .containsExactlyInAnyOrder(
            new MilterReply.DeleteRecipient("<b@example.org>"),
            new MilterReply.DeleteRecipient("<c@example.org>"),
            new MilterReply.Continue())
        .last()
        .isEqualTo(new MilterReply.Continue());
  }

  @Test
  void mailThatWeKeepForAll_isDiscardedThere() {
    assertThat(replies(LEADING_SPACE, part(new Answer.Taken(), "b@example.org")))
        .containsExactly(new MilterReply.Discard());
  }

  @Test
  void heldMail_isEditedToo() {
    assertThat(replies(LEADING_SPACE, part(new Answer.HoldThere("why", EDITS), "a@example.org")))
        .startsWith(new MilterReply.Quarantine("why"))
        .contains(new MilterReply.ReplaceBody(EDITS.body().orElseThrow()))
        .endsWith(new MilterReply.Continue());
  }

  @Test
  void refusal_isAllThatIsSaid() {
    SmtpReply reply = new SmtpReply(550, "5.7.1", "No.");
    assertThat(replies(LEADING_SPACE, part(new Answer.Refuse(reply), "a@example.org")))
        .containsExactly(new MilterReply.ReplyCode("550 5.7.1 No."));
  }

  @Test
  void longBody_goesInPiecesThatMailServersTake() {
    List<Octets> pieces =
        pieces(replies(LEADING_SPACE, part(new Answer.Deliver(body(150_000)), "a@example.org")));
    var whole = new ByteArrayOutputStream();
    pieces.forEach(piece -> whole.writeBytes(piece.toByteArray()));

    assertThat(pieces).hasSize(3).allMatch(piece -> piece.length() <= 65_535);
    assertThat(whole.size()).isEqualTo(150_000);
  }

  @Test
  void emptyBody_takesThePlaceOfTheOldOneToo() {
    assertThat(pieces(replies(0, part(new Answer.Deliver(body(0)), "a@example.org"))))
        .containsExactly(Octets.empty());
  }

  private static List<Octets> pieces(List<MilterReply> replies) {
    return replies.stream()
        .flatMap(
            reply ->
                reply instanceof MilterReply.ReplaceBody(Octets piece)
                    ? Stream.of(piece)
                    : Stream.empty())
        .toList();
  }
}
