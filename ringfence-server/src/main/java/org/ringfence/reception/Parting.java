package org.ringfence.reception;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringfence.custody.Keep;
import org.ringfence.custody.Standing;
import org.ringfence.effect.act.Disposition;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.effect.act.SmtpReply;
import org.ringfence.reception.Handover.Ability;

/**
 * Parts one message among its recipients: what the door does itself, and what we keep because the
 * door cannot do it, or because nobody is to see it yet.
 *
 * <p>Where a protocol answers once for all, a refusal for some of them would be one for all, or
 * none; what was to be refused is kept instead. A message that is not whole is nothing that could
 * be kept: whatever was to be kept of it is left to the mail server's hold queue. Where one form is
 * all there can be, everybody gets the one that tells most: who is warned without need is better
 * off than who is not warned, or waits for mail that nobody sends.
 */
final class Parting {
  private static final Comparator<MessageEdits> TELLS_MOST =
      Comparator.comparing((MessageEdits edits) -> edits.body().isPresent())
          .thenComparingInt(edits -> edits.changed().size() + edits.added().size());

  private final Ability ability;
  private final boolean whole;
  private final boolean holdsThere;
  private final boolean inOneForm;
  private final Instant now;
  private final List<Answer.Part> parts = new ArrayList<>();
  private final List<Keep> keeps = new ArrayList<>();

  /** What the door does, and what we keep. */
  record Parted(List<Answer.Part> parts, List<Keep> keeps) {}

  /**
   * @param holdsThere whether the mail server's own hold queue is used where it can be
   * @param sends whether what we keep to be sent is sent
   */
  Parting(Handover handover, boolean holdsThere, boolean sends, Instant now) {
    this.ability = handover.door().ability();
    this.whole = handover.whole();
    this.holdsThere = holdsThere;
    this.inOneForm = ability == Ability.ONE_FORM && !(whole && sends);
    this.now = now;
  }

  Parted of(List<Judged.Ruled> ruled) {
    boolean forAll = ruled.size() == 1;
    for (Judged.Ruled one : ruled) {
      switch (one.ruling().disposition()) {
        case Disposition.Deliver() -> deliver(one);
        case Disposition.Quarantine(String reason) -> quarantine(one, reason, forAll);
        case Disposition.Hold hold ->
            keep(one, new Standing.Held(hold.reason(), now.plus(hold.time()), hold.end()));
        case Disposition.Redirect(String mailbox) -> keep(one, sending(mailbox));
        case Disposition.Reject(SmtpReply reply) -> refuse(one, reply, forAll);
        case Disposition.TempFail(SmtpReply reply) -> refuse(one, reply, forAll);
      }
      copy(one);
    }
    if (inOneForm) {
      delivered().max(TELLS_MOST).ifPresent(this::deliverAll);
    }
    return new Parted(List.copyOf(parts), List.copyOf(keeps));
  }

  private Stream<MessageEdits> delivered() {
    return parts.stream()
        .map(Answer.Part::step)
        .filter(Answer.Deliver.class::isInstance)
        .map(step -> ((Answer.Deliver) step).edits());
  }

  private void deliverAll(MessageEdits edits) {
    parts.replaceAll(
        part ->
            part.step() instanceof Answer.Deliver
                ? new Answer.Part(part.recipients(), new Answer.Deliver(edits))
                : part);
  }

  /** The door's own copy is one; who is to get another form gets it from us. */
  private void deliver(Judged.Ruled one) {
    Optional<MessageEdits> first = delivered().findFirst();
    boolean sameForm = first.isEmpty() || first.get().equals(one.edits());
    if (sameForm || inOneForm || ability != Ability.ONE_FORM) {
      parts.add(new Answer.Part(one.ruling().recipients(), new Answer.Deliver(one.edits())));
    } else {
      recipients(one)
          .forEach(recipient -> keeps.add(new Keep(recipient, sending(recipient), one.edits())));
      taken(one);
    }
  }

  private void quarantine(Judged.Ruled one, String reason, boolean forAll) {
    if (holdsThere && forAll && ability == Ability.ONE_FORM) {
      parts.add(
          new Answer.Part(one.ruling().recipients(), new Answer.HoldThere(reason, one.edits())));
    } else {
      keep(one, new Standing.Quarantined(reason));
    }
  }

  private void refuse(Judged.Ruled one, SmtpReply reply, boolean forAll) {
    if (forAll || ability == Ability.EACH) {
      parts.add(new Answer.Part(one.ruling().recipients(), new Answer.Refuse(reply)));
    } else {
      keep(one, new Standing.Quarantined("to be refused, but not for all recipients"));
    }
  }

  private void keep(Judged.Ruled one, Standing standing) {
    if (!whole) {
      Answer.Step there = new Answer.HoldThere(one.ruling().disposition().key(), one.edits());
      parts.add(new Answer.Part(one.ruling().recipients(), there));
      return;
    }
    recipients(one).forEach(recipient -> keeps.add(new Keep(recipient, standing, one.edits())));
    taken(one);
  }

  /** A client may name one twice, who shall get it once. */
  private static Stream<String> recipients(Judged.Ruled one) {
    return one.ruling().recipients().stream().distinct();
  }

  private void taken(Judged.Ruled one) {
    parts.add(new Answer.Part(one.ruling().recipients(), new Answer.Taken()));
  }

  /** A copy has our marks and loses forged ones; its subject and body are as they came. */
  private void copy(Judged.Ruled one) {
    MessageEdits marks = new MessageEdits(one.edits().removed(), one.edits().added());
    for (String mailbox : one.ruling().wishes().copies()) {
      boolean asked = !whole || keeps.stream().anyMatch(keep -> keep.recipient().equals(mailbox));
      if (!asked) {
        keeps.add(new Keep(mailbox, sending(mailbox), marks));
      }
    }
  }

  private Standing sending(String to) {
    return new Standing.Waiting(to, Standing.Purpose.DELIVERY, now, 0);
  }
}
