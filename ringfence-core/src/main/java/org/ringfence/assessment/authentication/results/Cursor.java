package org.ringfence.assessment.authentication.results;

/**
 * A place in a structured field body (RFC 5322 §3.2).
 *
 * <p>Every method moves forward, so reading is linear. What does not end (a comment, a quoted
 * string) sets {@link #isBroken}.
 */
final class Cursor {
  private final String text;
  private int at;
  private boolean broken;

  Cursor(String text) {
    this.text = text;
  }

  boolean isBroken() {
    return broken;
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  boolean isAt(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  /** Steps over {@code c}, if it is next. */
  boolean take(char c) {
    boolean isNext = isAt(c);
    at += isNext ? 1 : 0;
    return isNext;
  }

  /** Steps over comments and white space (RFC 5322 §3.2.2). */
  Cursor skip() {
    while (!isAtEnd()) {
      if (isWhite(text.charAt(at))) {
        at++;
      } else if (isAt('(')) {
        comment();
      } else {
        break;
      }
    }
    return this;
  }

  private void comment() {
    int depth = 0;
    for (; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case '\\' -> at++;
        case '(' -> depth++;
        case ')' -> depth--;
        default -> {}
      }
      if (depth == 0) {
        at++;
        return;
      }
    }
    at = text.length();
    broken = true;
  }

  /** The characters up to white space, a comment, a semicolon or one of {@code stops}. */
  String word(String stops) {
    int start = at;
    while (at < text.length() && !endsWord(text.charAt(at), stops)) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean endsWord(char c, String stops) {
    return isWhite(c) || c == '(' || c == ';' || c == '"' || stops.indexOf(c) >= 0;
  }

  private static boolean isWhite(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /** A token or a quoted string; of {@code "local part"@domain} both. */
  String value(String stops) {
    return isAt('"') ? quoted() + word(stops) : word(stops);
  }

  private String quoted() {
    var out = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      out.append(text.charAt(at));
    }
    broken |= !take('"');
    return out.toString();
  }
}
