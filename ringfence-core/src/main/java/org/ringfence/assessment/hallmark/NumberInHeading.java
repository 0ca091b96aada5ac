package org.ringfence.assessment.hallmark;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ringfence.assessment.number.CallbackNumber;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.SurfaceKind;

/** A telephone number in the subject, the sender's name or the name of an attachment. */
record NumberInHeading(String id) implements Hallmark {
  private static final Set<SurfaceKind> HEADINGS =
      Collections.unmodifiableSet(
          EnumSet.of(SurfaceKind.SUBJECT, SurfaceKind.DISPLAY_NAME, SurfaceKind.FILE_NAME));

  @Override
  public Finding assess(Observations seen) {
    List<Evidence> evidence =
        seen.numbers().stream()
            .map(CallbackNumber::evidence)
            .filter(number -> HEADINGS.contains(number.surface().kind()))
            .toList();
    return Finding.by(id, evidence);
  }
}
