package org.ringfence.assessment.number;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ringfence.arrival.fold.Disguise;
import org.ringfence.arrival.fold.FoldedMessage;
import org.ringfence.arrival.fold.FoldedSurface;
import org.ringfence.assessment.lure.Lures;
import org.ringfence.assessment.lure.SurfaceLures;
import org.ringfence.assessment.number.NumberingPlan.Subscriber;
import org.ringfence.knowledge.Numbering;
import org.ringfence.mail.Link;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * Finds the telephone numbers that a message shows.
 *
 * <p>A scanner of our own finds what is written like a number, undoing disguises and leaving out
 * dates, identifiers, sums and addresses; the numbering plans then decide which of it exists. At
 * most 200 look-ups are made for a message and 200 numbers told, likeliest first. Time is linear in
 * the text; nothing is thrown for any text. Safe for use by several threads.
 */
public final class NumberReader {
  /** For a text in a language that knowledge does not know, or that could not be told. */
  private static final String ANY_LANGUAGE = "";

  private final NumberingPlan plan = new NumberingPlan();
  private final Map<String, Habits> habits = new HashMap<>();
  private final char[] digitOf;
  private final DialReader dialing;

  /**
   * @param numbering how numbers are written
   * @param siteRegions the regions (ISO 3166-1 alpha-2) whose national numbers the site's readers
   *     would call; empty for those that {@code numbering} names
   */
  public NumberReader(Numbering numbering, List<String> siteRegions) {
    List<String> regions = siteRegions.isEmpty() ? numbering.defaultRegions() : siteRegions;
    numbering.languages().forEach(l -> habits.put(l.tag(), Habits.of(numbering, regions, l.tag())));
    habits.put(ANY_LANGUAGE, Habits.of(numbering, regions, ANY_LANGUAGE));
    digitOf = NumberScanner.digitTable(numbering.lettersForDigits());
    dialing = new DialReader(numbering.dialLinks());
  }

  /**
   * The numbers of {@code message} in reading order. A number that stands in several places is
   * listed for each.
   *
   * @param lures what the surfaces of {@code message} talk about, in the same order
   */
  public List<CallbackNumber> read(FoldedMessage message, Lures lures) {
    List<SurfaceText> surfaces = new ArrayList<>();
    for (FoldedSurface folded : message.surfaces()) {
      surfaces.add(surface(surfaces.size(), folded, lures));
    }
    Candidates candidates = new Candidates();
    surfaces.forEach(surface -> scan(surface, candidates));
    return new LookUps(plan)
        .existing(candidates.likeliestFirst()).stream()
            .map(hit -> number(hit.candidate(), hit.subscriber(), surfaces))
            .toList();
  }

  private SurfaceText surface(int index, FoldedSurface folded, Lures lures) {
    SurfaceLures own =
        index < lures.surfaces().size()
            ? lures.surfaces().get(index)
            : new SurfaceLures(folded, ANY_LANGUAGE, List.of(), List.of(), List.of());
    String language = own.language().isEmpty() ? lures.language() : own.language();
    Habits reading = habits.getOrDefault(language, anyHabits());
    return new SurfaceText(index, folded, reading, new Surroundings(own, reading.labels()));
  }

  private Habits anyHabits() {
    return Objects.requireNonNull(habits.get(ANY_LANGUAGE));
  }

  private void scan(SurfaceText surface, Candidates candidates) {
    if (surface.folded().surface().kind() == SurfaceKind.TEL_LINK) {
      dialing.readWhole(surface, candidates);
    } else {
      new NumberScanner(surface, digitOf, dialing, candidates).scan();
    }
  }

  private static CallbackNumber number(
      Candidate candidate, Subscriber subscriber, List<SurfaceText> surfaces) {
    SurfaceText surface = surfaces.get(candidate.surface());
    FoldedSurface folded = surface.folded();
    Set<Disguise> disguises = EnumSet.noneOf(Disguise.class);
    disguises.addAll(candidate.disguises());
    disguises.addAll(folded.disguises(candidate.start(), candidate.end()));
    return new CallbackNumber(
        folded.evidence(candidate.start(), candidate.end()),
        candidate.start(),
        candidate.end(),
        subscriber.e164(),
        subscriber.region(),
        subscriber.type(),
        disguises,
        callToAction(candidate, surface, surfaces));
  }

  private static boolean callToAction(
      Candidate candidate, SurfaceText surface, List<SurfaceText> surfaces) {
    if (surface.surroundings().callToAction(candidate.start(), candidate.end())) {
      return true;
    }
    return surface.folded().surface().kind() == SurfaceKind.TEL_LINK
        && surfaces.stream().anyMatch(other -> asksToTouch(other, surface.folded().surface()));
  }

  /** Whether {@code text} shows the link {@code dialled} was taken from, and asks to call there. */
  private static boolean asksToTouch(SurfaceText text, Surface dialled) {
    return text.folded().surface().links().stream()
        .filter(link -> dials(link, dialled.text()))
        .anyMatch(
            link ->
                text.surroundings()
                    .callToAction(
                        text.folded().foldedIndex(link.text().start()),
                        text.folded().foldedIndex(link.text().end())));
  }

  private static boolean dials(Link link, String dialled) {
    String target = link.target();
    return target.endsWith(dialled)
        && (target.length() == dialled.length()
            || target.charAt(target.length() - dialled.length() - 1) == ':');
  }
}
