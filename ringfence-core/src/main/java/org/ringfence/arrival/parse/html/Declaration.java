package org.ringfence.arrival.parse.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One property given one value.
 *
 * @param property which
 * @param value in lower case, without {@code !important}
 * @param important whether it was marked so
 */
record Declaration(Property property, String value, boolean important) {
  private static final int DECLARATIONS = 200;

  /** The declarations of {@code css} that matter here, in order; the rest of it is passed over. */
  static List<Declaration> list(String css) {
    List<Declaration> found = new ArrayList<>();
    int at = 0;
    while (at < css.length() && found.size() < DECLARATIONS) {
      int end = end(css, at);
      int colon = css.indexOf(':', at);
      if (colon > at && colon < end) {
        add(css.substring(at, colon), css.substring(colon + 1, end), found);
      }
      at = end + 1;
    }
    return found;
  }

  /** The end of the declaration at {@code from}: a semicolon outside of parentheses. */
  private static int end(String css, int from) {
    int depth = 0;
    for (int i = from; i < css.length(); i++) {
      char c = css.charAt(i);
      if (c == ';' && depth == 0) {
        return i;
      }
      depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
    }
    return css.length();
  }

  private static void add(String name, String value, List<Declaration> found) {
    Property.named(name.strip().toLowerCase(Locale.ROOT))
        .ifPresent(property -> found.add(of(property, value)));
  }

  private static Declaration of(Property property, String raw) {
    String value = raw.strip();
    if (property != Property.CONTENT) {
      value = value.toLowerCase(Locale.ROOT);
    }
    int mark = value.lastIndexOf('!');
    boolean important =
        mark >= 0 && value.substring(mark + 1).strip().equalsIgnoreCase("important");
    return new Declaration(
        property, important ? value.substring(0, mark).strip() : value, important);
  }

  /**
   * What remains of this if it is not known whether its rule applies: in doubt, text is visible.
   */
  Declaration inDoubt() {
    return switch (property) {
      case COLOR, BACKGROUND, BACKGROUND_COLOR, BACKGROUND_IMAGE ->
          new Declaration(property, "unknown", important);
      default -> this;
    };
  }

  /** Whether this can hide text. */
  boolean mayHide() {
    return switch (property) {
      case COLOR, BACKGROUND, BACKGROUND_COLOR, BACKGROUND_IMAGE -> false;
      case POSITION, CLIP, CLIP_PATH, TRANSFORM, MSO_HIDE, CONTENT -> true;
      default ->
          value.startsWith("0")
              || value.startsWith("-")
              || value.startsWith(".")
              || value.startsWith("none")
              || value.startsWith("hidden")
              || value.startsWith("collapse")
              || value.startsWith("1px");
    };
  }
}
