package org.ringfence.effect.educate;

/**
 * Words that somebody typed about their call, made fit to be kept and passed on.
 *
 * <p>They go into a store, an alert and perhaps a log line, so they are one bounded line without
 * characters that act. And they come from somebody in distress, who may type the very card number
 * that they gave away: of a run of digits that is a card number (ISO/IEC 7812-1, annex B) the last
 * four stay, which is how people and banks name a card.
 */
final class ToldWords {
  /** In UTF-16 units. */
  static final int MOST = 1000;

  private static final int SHORTEST_CARD = 13;
  private static final int LONGEST_CARD = 19;
  private static final int KEPT = 4;

  private ToldWords() {}

  /**
   * @param isNumber whether it is the number called, which stays as it is: fifteen digits at most
   *     (E.164), and a callback number can pass for a card number
   */
  static String clean(String typed, boolean isNumber) {
    String line = oneLine(typed);
    return isNumber ? line : withoutCards(line);
  }

  private static String oneLine(String typed) {
    StringBuilder line = new StringBuilder();
    typed.codePoints().limit(MOST).map(ToldWords::printable).forEach(line::appendCodePoint);
    return line.toString().strip();
  }

  /** Controls, direction marks and half characters become a space. */
  private static int printable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          ' ';
      default -> codePoint;
    };
  }

  private static String withoutCards(String line) {
    StringBuilder kept = new StringBuilder();
    int at = 0;
    while (at < line.length()) {
      int end = digitsEnd(line, at);
      if (end == at) {
        kept.append(line.charAt(at++));
      } else {
        kept.append(masked(line.substring(at, end)));
        at = end;
      }
    }
    return kept.toString();
  }

  /** The end of the digits that begin at {@code at}, with single spaces and hyphens in between. */
  private static int digitsEnd(String line, int at) {
    int end = at;
    for (int i = at; i < line.length(); i++) {
      if (isDigit(line.charAt(i))) {
        end = i + 1;
      } else if (i == at || !isDigit(line.charAt(i - 1)) || " -".indexOf(line.charAt(i)) < 0) {
        return end;
      }
    }
    return end;
  }

  private static String masked(String run) {
    String digits =
        run.chars()
            .filter(ToldWords::isDigit)
            .mapToObj(Character::toString)
            .reduce("", String::concat);
    boolean card =
        digits.length() >= SHORTEST_CARD && digits.length() <= LONGEST_CARD && passesLuhn(digits);
    return card ? "…" + digits.substring(digits.length() - KEPT) : run;
  }

  private static boolean passesLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = 2 * digit;
      sum += i % 2 == 0 ? digit : doubled / 10 + doubled % 10;
    }
    return sum % 10 == 0;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
