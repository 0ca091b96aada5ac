package org.ringfence.assessment.hallmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ringfence.assessment.lure.ConceptHit;
import org.ringfence.assessment.lure.Lures;
import org.ringfence.assessment.lure.SurfaceLures;
import org.ringfence.assessment.number.CallbackNumber;
import org.ringfence.knowledge.Concept;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * A number that the message offers for a call, and what is said around it.
 *
 * <p>It offers one where it asks to call it, and also where a claim stands right beside it: "349.99
 * taken for PC Guardian, wrong? 305-555-0178" needs no verb. What is hidden is not offered.
 *
 * <p>"Around" is what an eye takes in with the number: some lines before and after it in its own
 * surface, and the subject. For a number that stands in a heading or behind a link it is the text
 * of the message itself, as nobody reads a heading alone.
 *
 * <p>A picture may ask for a call while its number defies the text recogniser, as digits in circles
 * do. Where such a picture makes a claim and offers a way out, the words that ask for the call
 * stand for the number.
 *
 * @param evidence the number, or the words that ask to call one that could not be read
 * @param number the number, empty where it could not be read
 * @param inSlot whether it stands among the words that a customer typed into a notification
 * @param around the stretches of text that belong to it
 */
record Call(
    Evidence evidence, Optional<CallbackNumber> number, boolean inSlot, List<Stretch> around) {
  private static final int REACH = 600;
  private static final int RIGHT_BESIDE = 200;
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

  /**
   * The calls of a message.
   *
   * @param inSlots whether the numbers stand in slots of a platform's notification, where each of
   *     them is an offer: the platform prints none
   */
  static List<Call> allOf(Lures lures, List<CallbackNumber> numbers, boolean inSlots) {
    Stream<Call> readable =
        numbers.stream()
            .filter(number -> number.evidence().surface().kind() != SurfaceKind.HIDDEN_HTML)
            .filter(number -> inSlots || number.callToAction() || standsBesideClaim(lures, number))
            .map(
                number ->
                    new Call(
                        number.evidence(), Optional.of(number), inSlots, stretches(lures, number)));
    Stream<Call> unreadable =
        lures.surfaces().stream()
            .filter(surface -> surface.surface().surface().kind() == SurfaceKind.IMAGE)
            .filter(picture -> numbers.stream().noneMatch(number -> standsIn(number, picture)))
            .flatMap(picture -> inPicture(picture).stream());
    return Stream.concat(readable, unreadable).toList();
  }

  private static boolean standsIn(CallbackNumber number, SurfaceLures surface) {
    return number.evidence().surface().equals(surface.surface().surface());
  }

  private static Optional<Call> inPicture(SurfaceLures picture) {
    Stretch whole = new Stretch(picture, 0, picture.surface().text().length());
    return picture.hits().stream()
        .filter(hit -> hit.concept() == Concept.CALL_TO_ACTION)
        .reduce((first, last) -> last)
        .map(hit -> picture.surface().evidence(hit.start(), hit.end()))
        .map(asked -> new Call(asked, Optional.empty(), false, List.of(whole)))
        .filter(call -> call.makesClaim() && call.isAbout(Claims.WAY_OUT));
  }

  private static boolean standsBesideClaim(Lures lures, CallbackNumber number) {
    return lures.surfaces().stream()
        .filter(surface -> standsIn(number, surface))
        .anyMatch(
            surface -> {
              Stretch beside = stretch(surface, number, RIGHT_BESIDE);
              return surface.hits().stream().anyMatch(hit -> fits(beside, hit, Claims.TELLING));
            });
  }

  private static List<Stretch> stretches(Lures lures, CallbackNumber number) {
    Surface own = number.evidence().surface();
    boolean inHeading = HEADINGS.contains(own.kind());
    List<Stretch> around = new ArrayList<>();
    for (SurfaceLures surface : lures.surfaces()) {
      Surface candidate = surface.surface().surface();
      int length = surface.surface().text().length();
      if (candidate.equals(own)) {
        around.add(stretch(surface, number, REACH));
      } else if (candidate.kind() == SurfaceKind.SUBJECT) {
        around.add(new Stretch(surface, 0, length));
      } else if (inHeading && isBody(candidate)) {
        around.add(new Stretch(surface, 0, Math.min(length, 3 * REACH)));
      }
    }
    return around;
  }

  private static Stretch stretch(SurfaceLures surface, CallbackNumber number, int reach) {
    int length = surface.surface().text().length();
    return new Stretch(
        surface,
        Math.max(0, number.foldedStart() - reach),
        Math.min(length, number.foldedEnd() + reach));
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

  /**
   * Whether something is claimed about the reader's money or account around the number. An order
   * alone is no claim, as business mail is full of them; one with a price or a product is. In a
   * slot the price or the product will do, as nobody names a machine after them.
   */
  boolean makesClaim() {
    return isAbout(Claims.TELLING)
        || ((inSlot || isAbout(Set.of(Concept.ORDER)))
            && (isAbout(Claims.BILL) || !amounts().isEmpty()));
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
