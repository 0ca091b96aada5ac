package org.ringfence.assessment.lure;

/** What the units of a folded text are to a matcher of words. */
final class Letters {
  /** Stands for any run of white space, hyphens, slashes and low lines between words. */
  static final char GAP = ' ';

  private Letters() {}

  /** {@code c} as a matcher sees it: what may stand between two words of a phrase is a gap. */
  static char plain(char c) {
    return switch (c) {
      case '\n', '-', '/', '_' -> GAP;
      default -> c;
    };
  }

  /** Whether {@code c} belongs to a word or a number. */
  static boolean isWord(char c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c) || isVowelSign(c);
  }

  private static boolean isVowelSign(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Whether {@code c} is of a script that puts no spaces between words. */
  static boolean isSpaceless(char c) {
    return c >= 0x0E00
        && (c <= 0x0EFF // Thai, Lao
            || (c >= 0x1000 && c <= 0x109F) // Myanmar
            || (c >= 0x1780 && c <= 0x17FF) // Khmer
            || isKana(c)
            || (c >= 0x3400 && c <= 0x9FFF) // Han
            || (c >= 0xF900 && c <= 0xFAFF));
  }

  /** Whether {@code c} is of the syllabaries that Japanese alone is written in. */
  static boolean isKana(char c) {
    return c >= 0x3041 && c <= 0x30FF;
  }

  /** Whether a word may begin or end between the units before and at {@code index}. */
  static boolean isBoundary(String text, int index) {
    if (index <= 0 || index >= text.length()) {
      return true;
    }
    return isBoundary(text.charAt(index - 1), text.charAt(index));
  }

  /** The same of a text in an array. */
  static boolean isBoundary(char[] text, int index) {
    return index <= 0 || index >= text.length || isBoundary(text[index - 1], text[index]);
  }

  private static boolean isBoundary(char before, char after) {
    return !isWord(before) || !isWord(after) || isSpaceless(before) || isSpaceless(after);
  }
}
