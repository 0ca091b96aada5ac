package org.ringfence.assessment.hallmark;

import java.util.List;
import org.ringfence.assessment.number.CallbackNumber;
import org.ringfence.mail.Evidence;

/**
 * Two different numbers are given for the same matter. Callers' desks rent numbers for days and
 * name a second one for when the first is cut off.
 */
record TwoNumbersForOneDesk(String id) implements Hallmark {
  /** More numbers than this are a firm's list of its offices. */
  private static final int DIRECTORY = 3;

  @Override
  public Finding assess(Observations seen) {
    List<CallbackNumber> claimed =
        seen.calls().stream()
            .filter(Call::makesClaim)
            .flatMap(call -> call.number().stream())
            .toList();
    long different = claimed.stream().map(CallbackNumber::e164).distinct().count();
    List<Evidence> evidence =
        different < 2 || different > DIRECTORY
            ? List.of()
            : claimed.stream().map(CallbackNumber::evidence).toList();
    return Finding.by(id, evidence);
  }
}
