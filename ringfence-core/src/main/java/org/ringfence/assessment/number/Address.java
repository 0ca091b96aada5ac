package org.ringfence.assessment.number;

/**
 * Addresses and paths among the words: their digits are no telephone numbers.
 *
 * <p>A run is what stands between white space, angle brackets, quotes or letters outside ASCII.
 */
final class Address {
  /** RFC 1035 §2.3.4; also what keeps the look ahead short. */
  private static final int LONGEST_LABEL = 63;

  private Address() {}

  /** One past the run that holds {@code at}. */
  static int runEnd(String text, int at) {
    int i = at;
    while (i < text.length() && isOfRun(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The start of the run that holds {@code at}, no further back than {@code least}. */
  static int runStart(String text, int at, int least) {
    int i = at;
    while (i > least && isOfRun(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** Where an address or path begins in the run, -1 where the run is neither. */
  static int start(String text, int start, int end) {
    int slashes = 0;
    boolean letters = false;
    int dottedName = -1;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      letters |= isLetter(c);
      if (c == '@' && isName(text, i + 1, end)) {
        return start;
      }
      dottedName = c == '.' && isTopLabel(text, i + 1, end) ? i : dottedName;
      if (c == '/') {
        if (text.startsWith("://", i - 1)
            || (dottedName >= 0 && labelEnd(text, dottedName + 1, end) == i)) {
          return schemeStart(text, start, i);
        }
        slashes++;
      }
    }
    boolean path = letters && (slashes > 2 || (slashes > 1 && text.charAt(start) == '/'));
    return path || text.startsWith("www.", start) ? start : -1;
  }

  private static int schemeStart(String text, int start, int slash) {
    int i = slash;
    while (i > start && "()[]{}*,;!|".indexOf(text.charAt(i - 1)) < 0) {
      i--;
    }
    return i;
  }

  private static boolean isName(String text, int from, int end) {
    int dot = text.indexOf('.', from, Math.min(end, from + LONGEST_LABEL));
    return dot > from && dot < end - 1 && isLetterOrDigit(text.charAt(dot + 1));
  }

  private static boolean isTopLabel(String text, int from, int end) {
    return labelEnd(text, from, end) - from >= 2;
  }

  private static int labelEnd(String text, int from, int end) {
    int i = from;
    while (i < end && i - from < LONGEST_LABEL && isLetter(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isOfRun(char c) {
    return c > ' ' && c < 128 && c != '<' && c != '>' && c != '"';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isLetterOrDigit(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }
}
