package org.ringfence.knowledge;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the texts of a language to the English ones: the same keys in the same order, lists of the
 * same length, the same places to fill. So a translator can read both side by side, and nobody is
 * shown a page with a hole in their language.
 */
final class GuidanceComparison {
  /** English alone, for the security desk. */
  private static final Set<String> NOT_TRANSLATED = Set.of("desk");

  private GuidanceComparison() {}

  /** Adds what is missing, too much or in another place in {@code translated}. */
  static void compare(Section english, Section translated) {
    List<String> wanted = wanted(english);
    if (!wanted.isEmpty()) {
      translated.with(wanted.toArray(String[]::new));
      wanted.forEach(key -> member(key, english, translated));
      order(wanted, translated);
    } else if (english.isText()) {
      places(english, translated);
    } else {
      items(english.items(), translated);
    }
  }

  private static List<String> wanted(Section english) {
    return english.keys().stream().filter(key -> !NOT_TRANSLATED.contains(key)).toList();
  }

  private static void member(String key, Section english, Section translated) {
    if (translated.keys().contains(key)) {
      compare(english.member(key), translated.member(key));
    } else if (!translated.keys().isEmpty()) {
      translated.error(
          "\"" + key + "\" is missing", "translate line " + line(english, key) + " of English");
    }
  }

  private static void order(List<String> wanted, Section translated) {
    List<String> found = translated.keys().stream().filter(wanted::contains).toList();
    List<String> here = wanted.stream().filter(found::contains).toList();
    for (int i = 0; i < found.size(); i++) {
      if (!found.get(i).equals(here.get(i))) {
        String next = "here stands \"" + here.get(i) + "\" in English, keep that order";
        translated.member(found.get(i)).error("\"" + found.get(i) + "\" is out of order", next);
        return;
      }
    }
  }

  private static void items(List<Section> english, Section translated) {
    List<Section> items = translated.items();
    if (items.size() != english.size()) {
      translated.error(
          "there are " + items.size() + " texts here, and " + english.size() + " in English",
          "write as many");
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      compare(english.get(i), items.get(i));
    }
  }

  private static void places(Section english, Section translated) {
    Set<String> wanted = new TextTemplate(english.text()).placeholders();
    Set<String> found = new TextTemplate(translated.text()).placeholders();
    if (!found.equals(wanted)) {
      translated.error(
          "the places to fill are " + shown(found) + ", and in English " + shown(wanted),
          "use each of them");
    }
  }

  private static String shown(Set<String> places) {
    return places.isEmpty()
        ? "none"
        : String.join(", ", new TreeSet<>(places).stream().map(name -> "{" + name + "}").toList());
  }

  private static int line(Section english, String key) {
    return english.member(key).position().line();
  }
}
