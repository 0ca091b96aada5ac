package org.ringfence.door.http.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ringfence.door.http.web.PageRequest;
import org.ringfence.effect.educate.ReaderLanguage;
import org.ringfence.knowledge.Guidance;
import org.ringfence.knowledge.GuidanceTexts;

/**
 * In which language somebody reads a page, and which others there are.
 *
 * @param guidance all texts
 * @param texts those of the language
 */
public record Reading(Guidance guidance, GuidanceTexts texts) {
  private static final int LONGEST = 200;

  /**
   * The language that was chosen on the page, else the mail's, else the browser's, else English.
   *
   * @param ofMail the mail's language, empty where it is not known
   */
  static Reading of(PageRequest request, Guidance guidance, String ofMail) {
    String chosen = request.query().text("lang");
    return chosen.isEmpty()
        ? in(
            new ReaderLanguage(tags(guidance), browsers(request, guidance)).choose(ofMail),
            guidance)
        : in(new ReaderLanguage(tags(guidance), "").choose(bounded(chosen)), guidance);
  }

  private static Reading in(String language, Guidance guidance) {
    return new Reading(guidance, guidance.in(language));
  }

  private static Set<String> tags(Guidance guidance) {
    return guidance.languages().keySet();
  }

  private static String bounded(String tag) {
    return tag.length() > 35 ? "" : tag;
  }

  /** The first of the browser's languages (RFC 9110 §12.5.4) that there are texts in. */
  private static String browsers(PageRequest request, Guidance guidance) {
    Optional<String> wanted =
        request.header("Accept-Language").filter(it -> it.length() <= LONGEST);
    try {
      return Locale.LanguageRange.parse(wanted.orElse("en")).stream()
          .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight).reversed())
          .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
          .filter(tags(guidance)::contains)
          .findFirst()
          .orElse("");
    } catch (IllegalArgumentException unreadable) {
      return "";
    }
  }

  String language() {
    return texts.language();
  }

  /** All languages, by their own names. */
  List<GuidanceTexts> languages() {
    return new ArrayList<>(guidance.languages().values());
  }
}
