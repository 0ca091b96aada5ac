package org.ringfence.door.smtp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringfence.connector.smtp.MailPath;
import org.ringfence.connector.smtp.Reply;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.effect.act.EditedMessage;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.effect.act.SmtpReply;
import org.ringfence.reception.Answer;
import org.ringfence.reception.Handover;
import org.ringfence.reception.Handover.Ability;
import org.ringfence.reception.Reception;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the answer to one mail, and finds what the client is told.
 *
 * <p>Each form of the mail goes to the next host in a transaction of its own. Where the client can
 * be told something for each recipient, he is. Where he is told one thing for all, it is what the
 * next host says, as long as nothing has been done for anybody; once somebody's mail is delivered
 * or in our care, the client must not come again with all of it, and so what the next host does not
 * take for the others goes into our care. Only where that fails too, he is asked to come again: a
 * mail that comes twice is better than one that does not come.
 */
final class Fulfilment {
  private static final Logger LOG = LoggerFactory.getLogger(Fulfilment.class);
  private static final Reply UNDONE = Reply.of(451, "4.3.0 The message could not be handled");

  private final Reception reception;
  private final Onward onward;
  private final Transaction transaction;
  private final Handover handover;
  private final Answer answer;
  private final List<MailPath> to;
  private final List<Reply> replies;
  private final Map<String, MessageEdits> left = new LinkedHashMap<>();

  Fulfilment(
      Reception reception,
      Onward onward,
      Transaction transaction,
      Handover handover,
      Answer answer) {
    this.reception = reception;
    this.onward = onward;
    this.transaction = transaction;
    this.handover = handover;
    this.answer = answer;
    this.to = transaction.to();
    this.replies = new ArrayList<>(Collections.nCopies(to.size(), UNDONE));
  }

  /** What the client is told: one reply, or one for each recipient. */
  List<Reply> replies() {
    answer.parts().forEach(this::settle);
    for (Answer.Part part : answer.parts()) {
      if (part.step() instanceof Answer.Deliver(MessageEdits edits)) {
        deliver(part, edits);
        if (handover.door().ability() != Ability.EACH && !isAnythingDone()) {
          return List.of(reply(part));
        }
      }
    }
    onward.reset();
    return handover.door().ability() == Ability.EACH
        ? replies.stream().map(Reply::staying).toList()
        : List.of(forAll());
  }

  /** What is decided already. */
  private void settle(Answer.Part part) {
    switch (part.step()) {
      case Answer.Taken() -> tell(part, Reply.of(250, "2.0.0 Ok: kept as " + answer.id()));
      case Answer.Refuse(var reply) -> tell(part, refusal(reply));
      case Answer.HoldThere _ -> tell(part, UNDONE);
      case Answer.Deliver _ -> {}
    }
  }

  static Reply refusal(SmtpReply reply) {
    return Reply.of(reply.code(), reply.enhanced() + " " + reply.text());
  }

  private void tell(Answer.Part part, Reply reply) {
    places(part).forEach(place -> replies.set(place, reply));
  }

  private List<Integer> places(Answer.Part part) {
    Set<String> wanted = new HashSet<>(part.recipients());
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < to.size(); i++) {
      if (wanted.contains(to.get(i).address())) {
        places.add(i);
      }
    }
    return places;
  }

  private void deliver(Answer.Part part, MessageEdits edits) {
    List<Integer> places = places(part);
    List<MailPath> recipients = places.stream().map(to::get).toList();
    if (recipients.isEmpty()) {
      return;
    }
    var octets = EditedMessage.of(handover.arrival().octets(), edits);
    List<Reply> said =
        onward.send(transaction.onward(recipients, octets), recipients.size() == to.size());
    for (int i = 0; i < places.size(); i++) {
      replies.set(places.get(i), said.get(i));
      if (!said.get(i).isPositive()) {
        left.put(recipients.get(i).address(), edits);
      }
    }
  }

  private boolean isAnythingDone() {
    return replies.stream().anyMatch(Reply::isPositive);
  }

  /** What the next host said first to a form that it takes for nobody. */
  private Reply reply(Answer.Part part) {
    return places(part).stream().map(replies::get).findFirst().orElse(UNDONE).staying();
  }

  private Reply forAll() {
    boolean isUndone = replies.contains(UNDONE) || (!left.isEmpty() && !isKept());
    return isUndone
        ? UNDONE
        : replies.stream().filter(Reply::isPositive).findFirst().orElseGet(replies::getFirst);
  }

  private boolean isKept() {
    try {
      reception.keep(handover, answer, left);
      return true;
    } catch (CustodyFailure failure) {
      LOG.error("case={} could not be kept: {}", answer.id(), failure.getMessage());
      return false;
    }
  }
}
