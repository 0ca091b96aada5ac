package org.ringfence.assessment.hallmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ringfence.assessment.lure.ConceptHit;
import org.ringfence.assessment.lure.Lures;
import org.ringfence.assessment.lure.SurfaceLures;
import org.ringfence.assessment.number.CallbackNumber;
import org.ringfence.knowledge.Concept;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * A number that the message asks to call, and what is said around it.
 *
 * <p>"Around" is what an eye takes in with the number: some lines before and after it in its own
 * surface, and the subject. For a number that stands in a heading or behind a link it is the text
 * of the message itself, as nobody reads a heading alone.
 *
 * @param number the number
 * @param around the stretches of text that belong to it
 */
record Call(CallbackNumber number, List<Stretch> around) {
  private static final int REACH = 600;
  private static final Set<SurfaceKind> HEADINGS =
      Set.of(
          SurfaceKind.SUBJECT,
          SurfaceKind.DISPLAY_NAME,
          SurfaceKind.FILE_NAME,
          SurfaceKind.TEL_LINK,
          SurfaceKind.QR);

  /** A stretch of a surface. */
  record Stretch(SurfaceLures surface, int start, int end) {
    boolean holds(int from, int to) {
      return start <= from && to <= end;
    }
  }

  static List<Call> allOf(Lures lures, List<CallbackNumber> numbers) {
    return numbers.stream()
        .filter(CallbackNumber::callToAction)
        .map(number -> new Call(number, stretches(lures, number)))
        .toList();
  }

  private static List<Stretch> stretches(Lures lures, CallbackNumber number) {
    Surface own = number.evidence().surface();
    boolean inHeading = HEADINGS.contains(own.kind());
    List<Stretch> around = new ArrayList<>();
    for (SurfaceLures surface : lures.surfaces()) {
      Surface candidate = surface.surface().surface();
      int length = surface.surface().text().length();
      if (candidate.equals(own)) {
        around.add(
            new Stretch(
                surface,
                Math.max(0, number.foldedStart() - REACH),
                Math.min(length, number.foldedEnd() + REACH)));
      } else if (candidate.kind() == SurfaceKind.SUBJECT) {
        around.add(new Stretch(surface, 0, length));
      } else if (inHeading && isBody(candidate)) {
        around.add(new Stretch(surface, 0, Math.min(length, 3 * REACH)));
      }
    }
    return around;
  }

  private static boolean isBody(Surface surface) {
    return !HEADINGS.contains(surface.kind()) && surface.kind() != SurfaceKind.HIDDEN_HTML;
  }

  /** Whether one of {@code concepts} is spoken of around the number. */
  boolean isAbout(Set<Concept> concepts) {
    return around.stream()
        .anyMatch(
            stretch ->
                stretch.surface().hits().stream().anyMatch(hit -> fits(stretch, hit, concepts)));
  }

  /** What is said about {@code concepts} around the number. */
  List<Evidence> said(Set<Concept> concepts) {
    return around.stream()
        .flatMap(
            stretch ->
                stretch.surface().hits().stream()
                    .filter(hit -> fits(stretch, hit, concepts))
                    .map(hit -> stretch.surface().surface().evidence(hit.start(), hit.end())))
        .toList();
  }

  /** The sums of money around the number. */
  List<Evidence> amounts() {
    return around.stream()
        .flatMap(
            stretch ->
                stretch.surface().amounts().stream()
                    .filter(amount -> stretch.holds(amount.start(), amount.end()))
                    .map(a -> stretch.surface().surface().evidence(a.start(), a.end())))
        .toList();
  }

  private static boolean fits(Stretch stretch, ConceptHit hit, Set<Concept> concepts) {
    return concepts.contains(hit.concept()) && stretch.holds(hit.start(), hit.end());
  }
}
