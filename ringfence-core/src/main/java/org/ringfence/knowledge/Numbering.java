package org.ringfence.knowledge;

import java.util.List;
import java.util.Map;

/**
 * How people write telephone numbers: {@code knowledge/numbering/numbering.yaml}.
 *
 * <p>A form is written as on paper: {@code N} is any digit, a hyphen stands where the writer sets a
 * space, hyphen, dot or bracket.
 *
 * @param defaultRegions the regions (ISO 3166-1 alpha-2) a site reads numbers of when it names none
 * @param lettersForDigits letters, in lower case, and the digit they resemble
 * @param dialLinks beginnings of addresses that make a telephone dial
 * @param languages what belongs to a language
 * @param regions how numbers are written in a region
 */
public record Numbering(
    List<String> defaultRegions,
    Map<String, String> lettersForDigits,
    List<DialLink> dialLinks,
    List<Language> languages,
    List<Region> regions) {
  public Numbering {
    defaultRegions = List.copyOf(defaultRegions);
    lettersForDigits = Map.copyOf(lettersForDigits);
    dialLinks = List.copyOf(dialLinks);
    languages = List.copyOf(languages);
    regions = List.copyOf(regions);
  }

  /**
   * The beginning of an address that makes a telephone dial what follows.
   *
   * @param prefix in lower case
   * @param international whether the number starts with its country code even without a plus sign
   */
  public record DialLink(String prefix, boolean international) {}

  /**
   * What belongs to a language.
   *
   * @param tag the language tag (BCP 47)
   * @param regions regions whose national numbers a text of this language shows, likeliest first
   * @param digitWords words, folded, and the digits they stand for
   * @param repeatWords words that say the next digit so many times
   * @param telephoneLabels words, folded, just before a telephone number
   * @param referenceLabels words, folded, just before a number that nobody calls
   */
  public record Language(
      String tag,
      List<String> regions,
      Map<String, String> digitWords,
      Map<String, Integer> repeatWords,
      List<String> telephoneLabels,
      List<String> referenceLabels) {
    public Language {
      regions = List.copyOf(regions);
      digitWords = Map.copyOf(digitWords);
      repeatWords = Map.copyOf(repeatWords);
      telephoneLabels = List.copyOf(telephoneLabels);
      referenceLabels = List.copyOf(referenceLabels);
    }
  }

  /**
   * How numbers are written in a region.
   *
   * @param code the region
   * @param forms ways of writing national numbers; the numbering plan decides whether one exists
   * @param shortForms numbers that can be dialled only within the region
   * @param vanityForms numbers that end in letters of the keypad; {@code A} is such a letter
   */
  public record Region(
      String code, List<String> forms, List<ShortForm> shortForms, List<String> vanityForms) {
    public Region {
      forms = List.copyOf(forms);
      shortForms = List.copyOf(shortForms);
      vanityForms = List.copyOf(vanityForms);
    }
  }

  /**
   * A number that can be dialled only within its region.
   *
   * @param form how it is written
   * @param onlyWhenAsked whether it counts only where the text asks for a call or labels it as a
   *     telephone number
   */
  public record ShortForm(String form, boolean onlyWhenAsked) {}
}
