package org.ringfence.assessment.number;

/** What may stand between the groups of digits of one number. */
final class Separators {
  /** No separator: a number cannot go on here. */
  static final int NONE = -1;

  /** The long-vowel mark of katakana, which Japanese writers set for a hyphen. */
  static final char PROLONGED = '\u30FC';

  private static final int LONGEST = 8;

  private Separators() {}

  /** The flags of the group after the gap from {@code start} to {@code end}, or {@link #NONE}. */
  static int flags(String text, int start, int end) {
    if (end - start > LONGEST) {
      return NONE;
    }
    int flags = Groups.TIGHT;
    int breaks = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '%' && encoded(text, i) >= 0) {
        flags |= Groups.ENCODED;
        i += 2;
        continue;
      }
      int one = flag(c);
      if (one == NONE || (c == '\n' && ++breaks > 1)) {
        return NONE;
      }
      flags = c == ' ' || c == '\n' ? flags & ~Groups.TIGHT : flags;
      flags |= one;
    }
    return flags;
  }

  /** The separator that is percent-encoded (RFC 3986 §2.1) at {@code i}, -1 for none. */
  static int encoded(String text, int i) {
    int octet = octet(text, i);
    return octet == ' '
            || octet == '('
            || octet == ')'
            || octet == '-'
            || octet == '+'
            || octet == '.'
        ? octet
        : -1;
  }

  /** The octet that is percent-encoded at {@code i}, -1 for none. */
  static int octet(String text, int i) {
    if (i + 2 >= text.length() || text.charAt(i) != '%') {
      return -1;
    }
    int high = Character.digit(text.charAt(i + 1), 16);
    int low = Character.digit(text.charAt(i + 2), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static int flag(char c) {
    return switch (c) {
      case ' ', '-', '.', '(', ')', '/', '+' -> 0;
      case '\n' -> Groups.BREAK;
      case '[', ']', '{', '}', '"', '*', '_', '~', PROLONGED -> Groups.ODD;
      case ',', ':', ';', '=', '|', '\'' -> Groups.ODD | Groups.LISTING;
      default -> foreign(c);
    };
  }

  private static int foreign(char c) {
    boolean sign =
        c < 128
            || Character.isLetterOrDigit(c)
            || Character.getType(c) == Character.CURRENCY_SYMBOL;
    return sign ? NONE : Groups.ODD;
  }
}
