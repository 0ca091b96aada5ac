package org.ringfence.assessment.hallmark;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.ringfence.mail.Message;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/** The whole message is a claim and a number: take both away and nothing is left. */
record BriefAndAllAboutTheCall(String id) implements Hallmark {
  private static final int BRIEF = 1_600;
  private static final Set<SurfaceKind> BODIES =
      Collections.unmodifiableSet(
          EnumSet.of(
              SurfaceKind.PLAIN_TEXT,
              SurfaceKind.VISIBLE_HTML,
              SurfaceKind.CALENDAR,
              SurfaceKind.IMAGE,
              SurfaceKind.PDF,
              SurfaceKind.OFFICE));

  @Override
  public Finding assess(Observations seen) {
    if (seen.calls().isEmpty() || longestBody(seen.message()) > BRIEF) {
      return new Finding.Absent(id);
    }
    return Finding.by(id, seen.claimedCalls());
  }

  private static int longestBody(Message message) {
    return message.surfaces().stream()
        .filter(surface -> BODIES.contains(surface.kind()))
        .map(Surface::text)
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
