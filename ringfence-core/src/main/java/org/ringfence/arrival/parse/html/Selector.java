package org.ringfence.arrival.parse.html;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The last compound of a CSS selector.
 *
 * @param tag empty for any
 * @param id empty for any
 * @param classes that the element must have
 * @param exact whether this is the whole selector, understood in full
 */
record Selector(String tag, String id, Set<String> classes, boolean exact) {
  private static final String COMBINATORS = " \t\r\n\f>+~";

  Selector {
    classes = Set.copyOf(classes);
  }

  /** Reads {@code selector}. */
  static Selector read(String selector) {
    int start = selector.length();
    while (start > 0 && COMBINATORS.indexOf(selector.charAt(start - 1)) < 0) {
      start--;
    }
    String tag = "";
    String id = "";
    Set<String> classes = new HashSet<>();
    boolean exact = start == 0;
    int at = start;
    while (at < selector.length()) {
      int end = nameEnd(selector, at + 1);
      char kind = selector.charAt(at);
      String name = selector.substring(at + 1, end);
      if (kind == '.') {
        classes.add(name);
      } else if (kind == '#') {
        id = name;
      } else if (isName(kind) && at == start) {
        tag = selector.substring(at, end).toLowerCase(Locale.ROOT);
      } else if (kind != '*') {
        exact = false;
        break;
      }
      at = end;
    }
    return new Selector(tag, id, classes, exact);
  }

  private static int nameEnd(String selector, int from) {
    int end = from;
    while (end < selector.length() && isName(selector.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c > 0x7F;
  }

  /** Where rules with this selector are kept. */
  String key() {
    if (!id.isEmpty()) {
      return "#" + id;
    }
    if (!classes.isEmpty()) {
      return "." + classes.stream().sorted().findFirst().orElseThrow();
    }
    return tag.isEmpty() ? "*" : tag;
  }

  /** By Selectors Level 4 §16, as one figure. */
  int specificity() {
    return (id.isEmpty() ? 0 : 10_000) + 100 * classes.size() + (tag.isEmpty() ? 0 : 1);
  }
}
