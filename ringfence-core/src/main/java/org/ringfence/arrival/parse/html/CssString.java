package org.ringfence.arrival.parse.html;

/** The strings in a CSS value (CSS Syntax Level 3 §4.3.5). */
final class CssString {
  private static final int ESCAPE_DIGITS = 6;

  private CssString() {}

  /** The quoted strings of {@code value} one after the other, escapes undone. */
  static String text(String value) {
    var text = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (quote == 0) {
        quote = c == '"' || c == '\'' ? c : 0;
      } else if (c == quote) {
        quote = 0;
      } else if (c == '\\') {
        i = escape(value, i + 1, text);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** Undoes the escape whose first character is at {@code from}; answers where its last one is. */
  private static int escape(String value, int from, StringBuilder text) {
    int point = 0;
    int end = from;
    while (end < value.length() && end - from < ESCAPE_DIGITS && digit(value, end) >= 0) {
      point = point << 4 | digit(value, end++);
    }
    if (end == from) {
      text.append(value, from, Math.min(from + 1, value.length()));
      return from;
    }
    if (point > 0 && Character.isValidCodePoint(point)) {
      text.appendCodePoint(point);
    }
    return end < value.length() && value.charAt(end) == ' ' ? end : end - 1;
  }

  private static int digit(String value, int at) {
    return Character.digit(value.charAt(at), 16);
  }
}
