package org.ringfence.assessment.number;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds chains of digit groups in a folded surface, in one pass from left to right.
 *
 * <p>A run of letters and digits is a group (digits, letters that look like digits, a word for a
 * digit), or it ends the chain. What stands between two groups is looked at once, when the second
 * is met. Nothing is ever read again from an earlier place, so a hostile text costs no more than an
 * honest one; a regular expression for the same was refused for that reason.
 */
final class NumberScanner {
  private static final int LONGEST_LOOK_ALIKE = 4;
  private static final int FEWEST_DIGITS = 4;
  private static final int NOWHERE = -2;

  private final SurfaceText surface;
  private final String text;
  private final char[] digitOf;
  private final DialReader dialing;
  private final Candidates out;
  private final Groups groups = new Groups();
  private final Vanity vanity;

  private int runEnd;
  private boolean inAddress;
  private int addressStart = -1;
  private int opaqueEnd = NOWHERE;
  private int times = 1;
  private int timesStart = -1;

  NumberScanner(SurfaceText surface, char[] digitOf, DialReader dialing, Candidates out) {
    this.surface = surface;
    this.text = surface.text();
    this.digitOf = digitOf;
    this.dialing = dialing;
    this.out = out;
    this.vanity = new Vanity(surface, groups, out);
  }

  /** The digits that letters stand for, by letter; 0 for none. */
  static char[] digitTable(Map<String, String> lettersForDigits) {
    char[] table = new char['z' + 1];
    for (char digit = '0'; digit <= '9'; digit++) {
      table[digit] = digit;
    }
    lettersForDigits.forEach((letter, digit) -> table[letter.charAt(0)] = digit.charAt(0));
    return table;
  }

  void scan() {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (isDigit(c) || isLetter(c)) {
        i = run(i);
      } else if (c == '%') {
        i = encoded(i);
      } else {
        if (c >= 128 && c != Separators.PROLONGED && Character.isLetterOrDigit(c)) {
          endChain();
        }
        i++;
      }
    }
    endChain();
  }

  private int run(int start) {
    int digits = 0;
    int end = start;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (isDigit(c)) {
        digits++;
      } else if (!isLetter(c)) {
        break;
      }
      end++;
    }
    if (digits == 0) {
      return letters(start, end);
    }
    int skipped = skipAddress(start);
    if (skipped > start) {
      return skipped;
    }
    if (digits == end - start) {
      group(start, end, text.substring(start, end), 0);
    } else {
      mixed(start, end, digits);
    }
    return end;
  }

  /** The end of the address that {@code start} stands in, or {@code start}. */
  private int skipAddress(int start) {
    if (start >= runEnd) {
      int runStart = Address.runStart(text, start, runEnd);
      runEnd = Address.runEnd(text, start);
      int address = Address.start(text, runStart, runEnd);
      inAddress =
          dialing.read(surface, runStart, runEnd, out) || (address >= 0 && address <= start);
      addressStart = address > start ? address : -1;
    }
    if (inAddress || (addressStart >= 0 && start >= addressStart)) {
      endChain();
      return runEnd;
    }
    return start;
  }

  private int letters(int start, int end) {
    DigitWords.@Nullable DigitWord word = surface.habits().words().find(text, start, end);
    if (word != null) {
      spelled(start, end, word);
    } else if (!standsForDigits(start, end)) {
      if (groups.size > 0) {
        vanity.read(start);
      }
      endChain();
    }
    return end;
  }

  private void spelled(int start, int end, DigitWords.DigitWord word) {
    if (word.digits().isEmpty()) {
      times = word.times();
      timesStart = start;
    } else {
      group(start, end, word.digits(), Groups.SPELLED);
    }
  }

  /** "l" and "oo" in "l-8oo": letters that touch a number by one mark. */
  private boolean standsForDigits(int start, int end) {
    if (end - start > LONGEST_LOOK_ALIKE || !allLookAlike(start, end)) {
      return false;
    }
    int before = groups.size > 0 ? groups.end(groups.size - 1) : NOWHERE;
    boolean after =
        before >= 0
            && start - before <= 2
            && isMark(text.charAt(start - 1))
            && Separators.flags(text, before, start) != Separators.NONE;
    boolean ahead =
        end - start == 1
            && end + 1 < text.length()
            && isMark(text.charAt(end))
            && isDigit(text.charAt(end + 1));
    if (after || ahead) {
      group(start, end, digitsOf(start, end), Groups.LOOK_ALIKE);
    }
    return after || ahead;
  }

  private void mixed(int start, int end, int digits) {
    if ((digits * 2 >= end - start || end - start <= LONGEST_LOOK_ALIKE)
        && allLookAlike(start, end)) {
      group(start, end, digitsOf(start, end), Groups.LOOK_ALIKE);
      return;
    }
    int leading = count(start, end, true);
    int word = start + count(start, end, false);
    if (word - start >= 2 && count(word, end, true) == end - word) {
      endChain();
      group(word, end, text.substring(word, end), Groups.GLUED);
    } else if (leading > 0 && (leading == digits || isExtension(start + leading, end))) {
      group(start, start + leading, text.substring(start, start + leading), Groups.GLUED);
      vanity.read(start + leading);
      endChain();
    } else {
      opaque(start, end);
    }
  }

  /** "x123", "ext123" (ITU-T E.123 writes extensions after the number). */
  private boolean isExtension(int start, int end) {
    return text.startsWith("x", start) || (text.startsWith("ext", start) && end - start < 10);
  }

  /** A part of an identifier: what hangs on it by a mark is no telephone number either. */
  private void opaque(int start, int end) {
    if (groups.size > 0 && isHungOn(groups.end(groups.size - 1), start)) {
      groups.set(groups.size - 1, Groups.MASKED);
    }
    endChain();
    opaqueEnd = end;
  }

  private boolean isHungOn(int end, int start) {
    return start - end == 1 && "-_.:/".indexOf(text.charAt(end)) >= 0;
  }

  private void group(int start, int end, String digits, int flags) {
    int all = flags;
    if (groups.size > 0) {
      int gapStart = groups.end(groups.size - 1);
      int gapEnd = timesStart >= gapStart ? timesStart : start;
      int separator = Separators.flags(text, gapStart, gapEnd);
      if (separator == Separators.NONE || groups.size == Groups.MOST) {
        endGroups();
      } else {
        all |= separator;
      }
    }
    all |= plus(start);
    all |=
        digits.length() > RegionForms.MOST_DIGITS || isHungOn(opaqueEnd, start) ? Groups.MASKED : 0;
    int from = timesStart >= 0 ? timesStart : start;
    groups.add(from, end, times == 1 ? digits : digits.repeat(times), all);
    times = 1;
    timesStart = -1;
  }

  /** Whether a plus sign leads; one between two groups, as in an encoded query, does not. */
  private int plus(int start) {
    int i = start;
    while (i > 0 && start - i < 3 && "([ ".indexOf(text.charAt(i - 1)) >= 0) {
      i--;
    }
    if (i >= 3 && Separators.encoded(text, i - 3) == '+') {
      return Groups.PLUS | Groups.ENCODED;
    }
    if (i == 0 || text.charAt(i - 1) != '+') {
      return 0;
    }
    boolean between = i >= 2 && groups.size > 0 && groups.end(groups.size - 1) == i - 1;
    return between ? Groups.ENCODED : Groups.PLUS;
  }

  private int encoded(int at) {
    int octet = Separators.octet(text, at);
    if (octet >= '0' && octet <= '9') {
      group(at, at + 3, Character.toString(octet), Groups.ENCODED);
      return at + 3;
    }
    return Separators.encoded(text, at) >= 0 ? at + 3 : at + 1;
  }

  private void endChain() {
    if (groups.size > 0) {
      endGroups();
    }
    times = 1;
    timesStart = -1;
  }

  private void endGroups() {
    if (groups.digits.length() >= FEWEST_DIGITS) {
      new ChainReader(surface, groups, out).read();
    }
    groups.clear();
  }

  private int count(int start, int end, boolean digits) {
    int i = start;
    while (i < end && isDigit(text.charAt(i)) == digits) {
      i++;
    }
    return i - start;
  }

  private boolean allLookAlike(int start, int end) {
    for (int i = start; i < end; i++) {
      if (digitOf[text.charAt(i)] == 0) {
        return false;
      }
    }
    return true;
  }

  private String digitsOf(int start, int end) {
    StringBuilder digits = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      digits.append(digitOf[text.charAt(i)]);
    }
    return digits.toString();
  }

  private static boolean isMark(char c) {
    return c == '-' || c == '.' || c == '(' || c == ')' || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
