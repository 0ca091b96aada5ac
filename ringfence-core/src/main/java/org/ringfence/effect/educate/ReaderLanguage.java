package org.ringfence.effect.educate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses the language in which a recipient is spoken to: the mail's, else the site's, else
 * English. Immutable.
 *
 * <p>Whoever writes the mail so has a say in the language of its warning. That is meant: who can be
 * lured by a language can be warned in it. It is never a language that nobody has written texts in.
 */
public final class ReaderLanguage {
  /** What everything is written in. */
  public static final String ENGLISH = "en";

  private final Set<String> written;
  private final String ofSite;

  /**
   * @param written the languages (BCP 47) that there are texts in; English among them
   * @param ofSite the site's own, empty where it has named none
   * @throws IllegalArgumentException where there are no English texts
   */
  public ReaderLanguage(Set<String> written, String ofSite) {
    if (!written.contains(ENGLISH)) {
      throw new IllegalArgumentException("There are no texts in English.");
    }
    this.written = Set.copyOf(written);
    this.ofSite = ofSite;
  }

  /**
   * One of the languages there are texts in.
   *
   * @param ofMail the mail's language, empty where it cannot be told
   */
  public String choose(String ofMail) {
    return Stream.of(ofMail, ofSite)
        .flatMap(tag -> candidates(tag).stream())
        .filter(written::contains)
        .findFirst()
        .orElse(ENGLISH);
  }

  /** The tag in its usual form, then its language alone: texts for "pt" serve "pt-BR" too. */
  private static List<String> candidates(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    return List.of(locale.toLanguageTag(), locale.getLanguage());
  }
}
