package org.ringfence.assessment.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ringfence.knowledge.Numbering;

/**
 * How numbers are to be read in a text of one language at this site.
 *
 * @param forms how numbers are written there
 * @param words words for digits
 * @param labels words before numbers
 */
record Habits(RegionForms forms, DigitWords words, Labels labels) {
  /**
   * English words are understood everywhere: lures are written in it for readers of any language.
   */
  private static final String EVERYWHERE = "en";

  /** The habits in {@code language}; those of the site where it is empty or unknown. */
  static Habits of(Numbering numbering, List<String> siteRegions, String language) {
    List<Numbering.Language> speech = speech(numbering, language);
    return new Habits(
        new RegionForms(numbering, regions(numbering, siteRegions, language)),
        new DigitWords(speech),
        new Labels(speech));
  }

  private static List<Numbering.Language> speech(Numbering numbering, String language) {
    List<Numbering.Language> own = tagged(numbering, language);
    return own.isEmpty()
        ? numbering.languages()
        : Stream.concat(own.stream(), tagged(numbering, EVERYWHERE).stream()).distinct().toList();
  }

  /**
   * The language's regions that are also the site's. Where there are none, both: a Portuguese lure
   * at a German site may show a number of either.
   */
  private static List<String> regions(
      Numbering numbering, List<String> siteRegions, String language) {
    List<String> spoken = new ArrayList<>();
    tagged(numbering, language).forEach(own -> spoken.addAll(own.regions()));
    List<String> both = spoken.stream().filter(siteRegions::contains).toList();
    return both.isEmpty()
        ? Stream.concat(spoken.stream(), siteRegions.stream()).distinct().toList()
        : both;
  }

  private static List<Numbering.Language> tagged(Numbering numbering, String language) {
    return numbering.languages().stream().filter(l -> l.tag().equals(language)).toList();
  }
}
