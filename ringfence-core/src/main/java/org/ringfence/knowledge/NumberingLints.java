package org.ringfence.knowledge;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is hardly meant in the numbering: words that no mail can hold, regions without forms. */
final class NumberingLints {
  private final Set<String> languages = new HashSet<>();

  /** Warns of {@code file}. */
  void check(Section file) {
    Set<String> known = new HashSet<>();
    file.items("regions").forEach(region -> known.add(region.text("code")));
    regions(file.items("default-regions"), known);
    for (Section language : file.items("languages")) {
      languages.add(language.text("tag"));
      regions(language.items("regions"), known);
      words(language);
    }
  }

  /** Warns of a language of lures that has no part in the numbering. */
  void spoken(Section language) {
    String tag = language.text();
    if (!languages.contains(tag)) {
      language.warning(
          "the numbering has no language \"" + tag + "\"",
          "its labels and words for digits stand in " + FileKind.NUMBERING.example());
    }
  }

  private static void regions(List<Section> regions, Set<String> known) {
    for (Section region : regions) {
      if (!known.contains(region.text())) {
        region.warning(
            "there are no forms for the region \"" + region.text() + "\"",
            "its national numbers will not be read; add it to \"regions\"");
      }
    }
  }

  private static void words(Section language) {
    language.members("digit-words").forEach(NumberingLints::folded);
    language.members("repeat-words").forEach(NumberingLints::folded);
    for (String key : List.of("telephone-labels", "reference-labels")) {
      language.items(key).forEach(label -> folded(label.text(), label));
    }
  }

  private static void folded(String word, Section at) {
    String plain = plain(word);
    boolean foreign = plain.codePoints().anyMatch(NumberingLints::isOwnLetter);
    if (foreign || !plain.equals(word)) {
      String next = foreign ? "write it in the letters a to z" : "write \"" + plain + "\"";
      at.warning("\"" + word + "\" is found in no mail", next);
    }
  }

  /** As mail is compared: lower case; Latin letters without accents, Japanese ones with theirs. */
  private static String plain(String word) {
    StringBuilder plain = new StringBuilder();
    word.toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            letter ->
                plain.append(
                    isOwnLetter(letter)
                        ? Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                            .replaceAll("\\p{M}", "")
                        : Character.toString(letter)));
    return plain.toString();
  }

  /** A Latin letter beyond a to z. */
  private static boolean isOwnLetter(int letter) {
    return letter > 'z' && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
  }
}
