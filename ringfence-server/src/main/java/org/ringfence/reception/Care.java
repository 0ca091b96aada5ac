package org.ringfence.reception;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.ringfence.custody.CaseBook;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Custody;
import org.ringfence.custody.KeptMail;

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
}
