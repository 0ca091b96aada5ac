package org.ringfence.assessment.hallmark;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.SurfaceKind;

/**
 * The claim and its number stand in a picture, a PDF, an office document or a QR code, where
 * simpler filters do not look.
 */
record LureOutsideText(String id) implements Hallmark {
  private static final Set<SurfaceKind> OUTSIDE =
      Collections.unmodifiableSet(
          EnumSet.of(SurfaceKind.IMAGE, SurfaceKind.PDF, SurfaceKind.OFFICE, SurfaceKind.QR));

  @Override
  public Finding assess(Observations seen) {
    List<Evidence> evidence =
        seen.calls().stream()
            .filter(call -> OUTSIDE.contains(call.evidence().surface().kind()))
            .filter(Call::makesClaim)
            .map(call -> call.evidence())
            .toList();
    return Finding.by(id, evidence);
  }
}
