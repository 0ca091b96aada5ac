package org.ringfence.assessment.hallmark;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ringfence.arrival.fold.Disguise;
import org.ringfence.assessment.number.CallbackNumber;
import org.ringfence.mail.Evidence;

/** A number is written so that people read it and filters do not. */
record DisguisedNumber(String id) implements Hallmark {
  /** Ways of writing that honest mail has too. */
  private static final Set<Disguise> HONEST =
      Collections.unmodifiableSet(
          EnumSet.of(Disguise.ODD_SEPARATORS, Disguise.VANITY_LETTERS, Disguise.PERCENT_ENCODING));

  @Override
  public Finding assess(Observations seen) {
    List<Evidence> evidence =
        seen.numbers().stream()
            .filter(number -> !HONEST.containsAll(number.disguises()))
            .map(CallbackNumber::evidence)
            .toList();
    return Finding.by(id, evidence);
  }
}
