package org.ringfence.reception;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ringfence.custody.CaseBook;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Custody;
import org.ringfence.custody.Keep;
import org.ringfence.custody.KeptMail;
import org.ringfence.custody.Standing;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.mail.Arrival;

/**
 * Where mail is kept and remembered.
 *
 * @param custody keeps it
 * @param book remembers it
 * @param clock tells the time
 * @param chance makes ten bytes that nobody can foresee, for the names of cases
 */
public record Care(Custody custody, CaseBook book, InstantSource clock, Supplier<byte[]> chance) {
  Instant now() {
    return clock.instant();
  }

  CaseId newCase() {
    return CaseId.of(now(), chance.get());
  }

  /** Takes what is to be kept, and remembers the rest. */
  void take(Handover handover, CaseEntry entry, Parting.Parted parted, Remembering remembering) {
    if (parted.keeps().isEmpty()) {
      remembering.remember(entry);
    } else {
      custody.take(
          new KeptMail(entry.id(), handover.arrival(), List.copyOf(parted.keeps())), entry);
    }
  }

  /** Takes what a door could not deliver, to be sent soon. */
  void keep(Arrival arrival, CaseEntry entry, Map<String, MessageEdits> left) {
    Instant now = now();
    List<Keep> keeps =
        left.entrySet().stream()
            .map(
                one ->
                    new Keep(
                        one.getKey(),
                        new Standing.Waiting(one.getKey(), Standing.Purpose.DELIVERY, now, 0),
                        one.getValue()))
            .toList();
    custody.take(new KeptMail(entry.id(), arrival, keeps), entry);
  }
}
