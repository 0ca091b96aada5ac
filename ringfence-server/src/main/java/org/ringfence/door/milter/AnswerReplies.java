package org.ringfence.door.milter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringfence.assessment.authentication.results.HeaderWriter;
import org.ringfence.effect.act.HeaderEdit;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.mail.Octets;
import org.ringfence.reception.Answer;

/**
 * An answer in the protocol's words.
 *
 * <p>What goes is told first and from the bottom up, what comes last and always to the top: Postfix
 * counts fields anew after each change and Sendmail does not, and so both understand the same.
 */
record AnswerReplies(Options options) {
  /** MILTER_CHUNK_SIZE: what libmilter sends at most at once. */
  private static final int PIECE = 65_535;

  List<MilterReply> of(Answer answer) {
    List<String> taken = new ArrayList<>();
    for (Answer.Part part : answer.parts()) {
      switch (part.step()) {
        case Answer.Refuse(var reply) -> {
          return List.of(new MilterReply.ReplyCode(reply.line()));
        }
        case Answer.HoldThere(String reason, MessageEdits edits) -> {
          List<MilterReply> replies = accepted(edits);
          replies.addFirst(new MilterReply.Quarantine(reason));
          return replies;
        }
        case Answer.Taken() -> taken.addAll(part.recipients());
        case Answer.Deliver _ -> {}
      }
    }
    return delivered(answer).map(edits -> without(taken, edits)).orElseGet(AnswerReplies::discard);
  }

  private static Optional<MessageEdits> delivered(Answer answer) {
    return answer.parts().stream()
        .map(Answer.Part::step)
        .filter(Answer.Deliver.class::isInstance)
        .map(step -> ((Answer.Deliver) step).edits())
        .findFirst();
  }

  private static List<MilterReply> discard() {
    return List.of(new MilterReply.Discard());
  }

  private List<MilterReply> without(List<String> taken, MessageEdits edits) {
    List<MilterReply> replies = accepted(edits);
    taken.forEach(
        recipient -> replies.addFirst(new MilterReply.DeleteRecipient("<" + recipient + ">")));
    return replies;
  }

  private List<MilterReply> accepted(MessageEdits edits) {
    List<MilterReply> replies = new ArrayList<>();
    for (HeaderEdit.Change field : edits.changed().reversed()) {
      String value = value(field.name(), field.body());
      replies.add(new MilterReply.ChangeHeader(field.name(), field.occurrence(), value));
    }
    for (HeaderEdit.Remove gone : edits.removed().reversed()) {
      replies.add(new MilterReply.DeleteHeader(gone.name(), gone.occurrence()));
    }
    for (HeaderEdit.Add field : edits.added().reversed()) {
      replies.add(new MilterReply.InsertHeader(field.name(), value(field.name(), field.body())));
    }
    edits.body().ifPresent(body -> replies.addAll(pieces(body)));
    replies.add(new MilterReply.Continue());
    return replies;
  }

  /** Of an empty body there is one empty piece: without any, the old body would stay. */
  private static List<MilterReply> pieces(Octets body) {
    List<MilterReply> pieces = new ArrayList<>();
    int start = 0;
    do {
      int end = Math.min(body.length(), start + PIECE);
      pieces.add(new MilterReply.ReplaceBody(body.slice(start, end)));
      start = end;
    } while (start < body.length());
    return pieces;
  }

  private String value(String name, String body) {
    String whole = HeaderWriter.field(name, body).stripTrailing();
    String value = whole.substring(name.length() + 1).replace("\r\n", "\n");
    return options.keepsLeadingSpace() ? value : value.stripLeading();
  }
}
