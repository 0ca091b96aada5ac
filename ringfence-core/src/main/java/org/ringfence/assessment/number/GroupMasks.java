package org.ringfence.assessment.number;

/**
 * Marks the groups of a chain that are dates, times, network addresses, cards, accounts, sums or
 * parts of identifiers, so that no number is read out of them.
 *
 * <p>Genuine notices are full of these: a well-known expression for telephone numbers finds
 * fourteen in one Azure alert.
 */
final class GroupMasks {
  private final String text;
  private final Surroundings surroundings;
  private final Groups groups;

  GroupMasks(String text, Surroundings surroundings, Groups groups) {
    this.text = text;
    this.surroundings = surroundings;
    this.groups = groups;
  }

  void mark() {
    for (int i = 0; i < groups.size; i++) {
      if (!groups.has(i, Groups.MASKED)) {
        markFrom(i);
      }
    }
    markIdentifiers();
  }

  private void markFrom(int i) {
    if (isSum(i)) {
      maskSum(i);
    } else if (isDate(i) || isStampedDay(i)) {
      mask(i, groups.length(i) == 8 ? 1 : 3);
    } else if (isTime(i)) {
      mask(i, joined(i + 2, ':') ? 3 : 2);
    } else if (isAddress(i)) {
      mask(i, 4);
    } else if (isCard(i, 4, 4, 4, 4)) {
      mask(i, 4);
    } else if (isCard(i, 4, 6, 5)) {
      mask(i, 3);
    } else if (isAccount(i)) {
      maskFours(i);
    } else if (isDecimal(i)) {
      mask(i, 2);
    }
  }

  private boolean isSum(int i) {
    int before = groups.start(i) - (charAt(groups.start(i) - 1) == ' ' ? 2 : 1);
    int after = groups.end(i) + (charAt(groups.end(i)) == ' ' ? 1 : 0);
    return isCurrency(charAt(before))
        || isCurrency(charAt(after))
        || (charAt(after) == '%' && Separators.octet(text, after) < 0)
        || (!groups.has(i, Groups.PLUS) && surroundings.isAmount(groups.start(i), groups.end(i)));
  }

  /** The whole of "1 234,56 €" and "$1,234.56", whichever group touches the sign. */
  private void maskSum(int i) {
    int first = i;
    while (first > 0 && groups.length(i) <= 3 && ",.' ".indexOf(single(first)) >= 0) {
      first--;
      if (groups.length(first) != 3) {
        break;
      }
    }
    int end = i + 1;
    while (",.'".indexOf(single(end)) >= 0 && groups.length(end) <= 3) {
      end++;
    }
    mask(first, end - first);
  }

  private char charAt(int i) {
    return i >= 0 && i < text.length() ? text.charAt(i) : 0;
  }

  private static boolean isCurrency(char c) {
    return Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  /** 20.11.2026, 11/20/26, 2026-11-20; not 01.02.03.04.05, which goes on. */
  private boolean isDate(int i) {
    if (i + 2 >= groups.size) {
      return false;
    }
    char mark = single(i + 1);
    if ("/-.".indexOf(mark) < 0
        || single(i + 2) != mark
        || joined(i, mark)
        || joined(i + 3, mark)) {
      return false;
    }
    boolean yearFirst = groups.length(i) == 4 && isYear(i) && isDayAndMonth(i + 1, i + 2);
    boolean yearLast =
        isDayAndMonth(i, i + 1)
            && (groups.length(i + 2) == 2 || (groups.length(i + 2) == 4 && isYear(i + 2)));
    return yearFirst || yearLast;
  }

  /** 20261120 on its own. */
  private boolean isStampedDay(int i) {
    if (groups.length(i) != 8 || joinedTight(i) || joinedTight(i + 1)) {
      return false;
    }
    int value = groups.value(i);
    int month = value / 100 % 100;
    return value / 10_000 >= 1900
        && value / 10_000 <= 2099
        && month >= 1
        && month <= 12
        && value % 100 <= 31;
  }

  /** 12:30, 3:19:40; not the colon of "1(844)39:38", which stands in the middle of a number. */
  private boolean isTime(int i) {
    return joined(i + 1, ':')
        && groups.length(i) <= 2
        && groups.length(i + 1) == 2
        && groups.value(i) <= 24
        && groups.value(i + 1) < 60
        && (!joinedTight(i) || groups.has(i - 1, Groups.MASKED));
  }

  private boolean isAddress(int i) {
    for (int k = 0; k < 4; k++) {
      if (i + k >= groups.size || groups.length(i + k) > 3 || groups.value(i + k) > 255) {
        return false;
      }
      if (k > 0 && !joined(i + k, '.')) {
        return false;
      }
    }
    return !joined(i, '.') && !joined(i + 4, '.') && !groups.has(i, Groups.PLUS);
  }

  private boolean isCard(int i, int... lengths) {
    for (int k = 0; k < lengths.length; k++) {
      if (i + k >= groups.size || groups.length(i + k) != lengths[k]) {
        return false;
      }
      char between = k == 0 ? ' ' : single(i + k);
      if (between != ' ' && between != '-') {
        return false;
      }
    }
    return !groups.has(i, Groups.PLUS);
  }

  /** "de89 3704 0044 0532 0130 00" (ISO 13616). */
  private boolean isAccount(int i) {
    return groups.has(i, Groups.GLUED)
        && groups.length(i) == 2
        && i + 2 < groups.size
        && groups.length(i + 1) == 4
        && groups.length(i + 2) == 4;
  }

  private void maskFours(int i) {
    int end = i + 1;
    while (end < groups.size && groups.length(end) <= 4 && end - i < 9) {
      end++;
    }
    mask(i, end - i);
  }

  /** 47.6062, and 12,345,678 or 1.234.567,89 by its first two groups. */
  private boolean isDecimal(int i) {
    if (i + 1 >= groups.size || groups.has(i, Groups.PLUS) || groups.length(i) > 3) {
      return false;
    }
    char mark = single(i + 1);
    boolean coordinate = mark == '.' && groups.length(i + 1) >= 4 && !joinedTight(i + 2);
    boolean thousands = mark == ',' && groups.length(i + 1) == 3;
    return !joinedTight(i) && (coordinate || thousands);
  }

  /** Runs without white space that hold more digits than any number, or a part that is masked. */
  private void markIdentifiers() {
    for (int start = 0; start < groups.size; ) {
      int end = start + 1;
      while (end < groups.size && groups.has(end, Groups.TIGHT)) {
        end++;
      }
      if (groups.offset(end) - groups.offset(start) > RegionForms.MOST_DIGITS - 2
          && !anyPlus(start, end)) {
        mask(start, end - start);
      } else {
        spread(start, end);
      }
      start = end;
    }
  }

  private void spread(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      maskIf(i, groups.has(i - 1, Groups.MASKED));
    }
    for (int i = end - 2; i >= start; i--) {
      maskIf(i, groups.has(i + 1, Groups.MASKED) && !groups.has(i + 1, Groups.PLUS));
    }
  }

  private void maskIf(int i, boolean holds) {
    if (holds && !groups.has(i, Groups.PLUS)) {
      groups.set(i, Groups.MASKED);
    }
  }

  private boolean anyPlus(int start, int end) {
    for (int i = start; i < end; i++) {
      if (groups.has(i, Groups.PLUS)) {
        return true;
      }
    }
    return false;
  }

  private void mask(int from, int count) {
    for (int i = from; i < Math.min(from + count, groups.size); i++) {
      groups.set(i, Groups.MASKED);
    }
  }

  private boolean isYear(int i) {
    return groups.value(i) >= 1900 && groups.value(i) <= 2099;
  }

  private boolean isDayAndMonth(int i, int k) {
    int a = groups.value(i);
    int b = groups.value(k);
    return groups.length(i) <= 2
        && groups.length(k) <= 2
        && a >= 1
        && b >= 1
        && ((a <= 12 && b <= 31) || (a <= 31 && b <= 12));
  }

  /** The only character between group i and the one before it, 0 where there are more or none. */
  private char single(int i) {
    boolean one = i > 0 && i < groups.size && groups.start(i) - groups.end(i - 1) == 1;
    return one ? text.charAt(groups.end(i - 1)) : 0;
  }

  private boolean joined(int i, char mark) {
    return single(i) == mark;
  }

  private boolean joinedTight(int i) {
    return i > 0 && i < groups.size && groups.has(i, Groups.TIGHT);
  }
}
