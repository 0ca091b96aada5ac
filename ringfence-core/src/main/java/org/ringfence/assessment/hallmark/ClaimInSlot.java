package org.ringfence.assessment.hallmark;

import java.util.List;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.mail.Evidence;

/**
 * The words that a customer typed into a platform's notification make a claim about the reader's
 * money or account. A monitoring alert bills nobody.
 */
record ClaimInSlot(String id) implements Hallmark {
  @Override
  public Finding assess(Observations seen) {
    return switch (seen.recognition()) {
      case Recognition.Notification notification -> Finding.by(id, inSlots(seen, notification));
      case Recognition.LookAlike lookAlike -> new Finding.Absent(id);
      case Recognition.Unrecognised unrecognised -> new Finding.Absent(id);
    };
  }

  private static List<Evidence> inSlots(Observations seen, Recognition.Notification notification) {
    return seen.said(Claims.ANY).stream()
        .filter(
            words ->
                notification.slots().stream()
                    .anyMatch(slot -> NumberInSlot.holds(slot.evidence(), words)))
        .toList();
  }
}
