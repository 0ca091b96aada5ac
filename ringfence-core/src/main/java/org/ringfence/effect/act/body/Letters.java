package org.ringfence.effect.act.body;

import java.util.Arrays;

/**
 * What carries the meaning of a text, letters, digits and symbols, each with the place in the
 * source where it stands.
 *
 * <p>What hides a number from filters, blanks, invisible characters, tags and punctuation, is not
 * among it. So a number that was found in the text as read is found again in the source.
 */
final class Letters {
  private final StringBuilder letters = new StringBuilder();
  private int[] starts = new int[64];
  private int[] ends = new int[64];

  /**
   * Takes in what the source has from {@code start} to {@code end}; most characters are nothing.
   */
  void add(int codePoint, int start, int end) {
    if (counts(codePoint)) {
      for (char unit : Character.toChars(codePoint)) {
        add(unit, start, end);
      }
    }
  }

  private void add(char unit, int start, int end) {
    int size = letters.length();
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    starts[size] = start;
    ends[size] = end;
    letters.append(unit);
  }

  /** Takes in the characters of {@code source} from {@code from} to {@code to}, as they stand. */
  void addAll(String source, int from, int to) {
    int i = from;
    while (i < to) {
      int codePoint = source.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      add(codePoint, i, next);
      i = next;
    }
  }

  int length() {
    return letters.length();
  }

  /** Where the letter at {@code index} begins in the source. */
  int start(int index) {
    return starts[index];
  }

  /** Where the letter at {@code index} ends in the source. */
  int end(int index) {
    return ends[index];
  }

  char at(int index) {
    return letters.charAt(index);
  }

  /** Where {@code wanted} stands next, at or after {@code from}; -1 where it does not. */
  int indexOf(String wanted, int from) {
    return letters.indexOf(wanted, from);
  }

  /** What of {@code text} carries its meaning. */
  static String of(String text) {
    var letters = new StringBuilder(text.length());
    text.codePoints().filter(Letters::counts).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static boolean counts(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }
}
