package org.ringfence.assessment.lure;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number as people write it, with points, commas, apostrophes or spaces in it.
 *
 * @param text the folded text
 * @param start its first digit
 * @param end one past its last digit
 */
record WrittenNumber(String text, int start, int end) {
  /** Longer ones are references, and would be costly to convert. */
  private static final int LONGEST = 24;

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The number whose first digit stands at {@code start}. */
  static WrittenNumber at(String text, int start) {
    int end = start;
    while (end < text.length() && (isDigit(text.charAt(end)) || isSeparator(text, end))) {
      end++;
    }
    return new WrittenNumber(text, start, end);
  }

  private static boolean isSeparator(String text, int at) {
    return switch (text.charAt(at)) {
      case '.', ',', '\'' -> isDigitAt(text, at + 1);
      case ' ' ->
          isDigitAt(text, at + 1)
              && isDigitAt(text, at + 2)
              && isDigitAt(text, at + 3)
              && !isDigitAt(text, at + 4);
      default -> false;
    };
  }

  private static boolean isDigitAt(String text, int at) {
    return at < text.length() && isDigit(text.charAt(at));
  }

  /** Whether it holds a separator, as sums do and counts seldom do. */
  boolean isGrouped() {
    return lastSeparator() >= 0;
  }

  /**
   * What it is worth; empty where its groups make no number, as in an IP address or a date.
   *
   * @param decimals the most digits after the decimal sign that the currency has
   */
  Optional<BigDecimal> value(int decimals) {
    int last = lastSeparator();
    if (end - start > LONGEST) {
      return Optional.empty();
    }
    boolean fraction = last >= 0 && isDecimalSign(last, decimals);
    int wholeEnd = fraction ? last : end;
    if (!isWhole(wholeEnd) || (fraction && end - last - 1 > Math.max(2, decimals))) {
      return Optional.empty();
    }
    String digits = digits(start, wholeEnd);
    return Optional.of(
        new BigDecimal(fraction ? digits + "." + text.substring(last + 1, end) : digits));
  }

  private int lastSeparator() {
    int at = end - 1;
    while (at >= start && isDigit(text.charAt(at))) {
      at--;
    }
    return at >= start ? at : -1;
  }

  /** "1,499" are thousands, "1.49" and "0.125" are not, "1.250" is not where eight decimals are. */
  private boolean isDecimalSign(int last, int decimals) {
    char sign = text.charAt(last);
    boolean repeated = text.indexOf(sign, start) < last;
    if (repeated || (sign != '.' && sign != ',')) {
      return false;
    }
    boolean mixed = digits(start, last).length() < last - start;
    boolean afterZero = text.charAt(start) == '0' && last == start + 1;
    return end - last - 1 != 3 || mixed || afterZero || (sign == '.' && decimals > 2);
  }

  private boolean isWhole(int wholeEnd) {
    char sign = 0;
    int group = 0;
    boolean first = true;
    for (int i = wholeEnd - 1; i >= start; i--) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        group++;
        continue;
      }
      if ((sign != 0 && c != sign) || !isGroup(group, first, c)) {
        return false;
      }
      sign = c;
      first = false;
      group = 0;
    }
    return group > 0 && (first || group <= 3);
  }

  /** Three digits; in India two, but for the last (1,00,000). */
  private static boolean isGroup(int digits, boolean last, char sign) {
    return digits == 3 || (digits == 2 && !last && sign == ',');
  }

  private String digits(int from, int to) {
    StringBuilder digits = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      if (isDigit(text.charAt(i))) {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }
}
