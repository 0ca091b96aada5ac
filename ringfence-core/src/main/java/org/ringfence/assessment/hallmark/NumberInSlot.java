package org.ringfence.assessment.hallmark;

import java.util.List;
import org.ringfence.assessment.number.CallbackNumber;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.mail.Evidence;

/**
 * A platform's genuine notification holds a telephone number among the words that a customer of the
 * platform typed in.
 */
record NumberInSlot(String id) implements Hallmark {
  @Override
  public Finding assess(Observations seen) {
    return switch (seen.recognition()) {
      case Recognition.Notification notification -> Finding.by(id, inSlots(seen, notification));
      case Recognition.LookAlike lookAlike -> new Finding.Absent(id);
      case Recognition.Unrecognised unrecognised -> new Finding.Absent(id);
    };
  }

  private static List<Evidence> inSlots(Observations seen, Recognition.Notification notification) {
    return seen.numbers().stream()
        .map(CallbackNumber::evidence)
        .filter(
            number ->
                notification.slots().stream().anyMatch(slot -> holds(slot.evidence(), number)))
        .toList();
  }

  static boolean holds(Evidence slot, Evidence words) {
    return slot.span().overlaps(words.span()) && slot.surface().equals(words.surface());
  }
}
