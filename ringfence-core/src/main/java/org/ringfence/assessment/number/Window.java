package org.ringfence.assessment.number;

import java.util.EnumSet;
import java.util.Set;
import org.ringfence.arrival.fold.Disguise;

/**
 * Some neighbouring groups of a chain, looked at as one number.
 *
 * @param surface where they stand
 * @param groups the chain
 * @param first the first group
 * @param last the last group
 * @param standing what the text says of it
 */
record Window(SurfaceText surface, Groups groups, int first, int last, Standing standing) {
  private static final int SPELLED_ENOUGH = 7;
  private static final int SINGLES = 5;

  /** Whether a number written like this counts as one of {@code form}. */
  boolean counts(NumberForm form, boolean grouped) {
    if (!grouped && !standing.isLeading()) {
      return false;
    }
    if (isCut() || (has(Groups.LOOK_ALIKE) && !isMostlyDigits())) {
      return grouped && isMostlyDigits() && standing.isAsked() && !standing.isReference();
    }
    boolean plain = grouped || isSpelled();
    if (plain && !form.onlyWhenAsked() && !has(Groups.GLUED)) {
      return !standing.isReference();
    }
    return standing.isAsked() && (plain || !isTagged()) && !standing.isReference();
  }

  /** The digits after the first {@code skip}. */
  String digits(int skip) {
    return groups.digits.substring(groups.offset(first) + skip, groups.offset(last + 1));
  }

  /** Whether items of a list or lines of a table stand between the groups. */
  boolean isListed() {
    for (int i = first + 1; i <= last; i++) {
      if (groups.has(i, Groups.LISTING) || groups.has(i, Groups.BREAK)) {
        return true;
      }
    }
    return false;
  }

  /** The first unit, the plus sign and bracket before the digits included. */
  int start() {
    String text = surface.text();
    int start = groups.start(first);
    int i = start;
    while (i > 0 && start - i < 3 && "([ ".indexOf(text.charAt(i - 1)) >= 0) {
      i--;
    }
    if (groups.has(first, Groups.PLUS) && i > 0 && text.charAt(i - 1) == '+') {
      return i - 1;
    }
    return start > 0 && text.charAt(start - 1) == '(' ? start - 1 : start;
  }

  /** One past the last unit, a bracket closed after the digits included. */
  int end() {
    int end = groups.end(last);
    String text = surface.text();
    boolean closes = end < text.length() && text.charAt(end) == ')';
    return closes && text.lastIndexOf('(', end - 1) >= start() ? end + 1 : end;
  }

  /** How the scanner had to read it. */
  Set<Disguise> disguises() {
    Set<Disguise> found = EnumSet.noneOf(Disguise.class);
    addIf(has(Groups.LOOK_ALIKE), Disguise.LETTERS_FOR_DIGITS, found);
    addIf(has(Groups.SPELLED), Disguise.SPELLED_OUT, found);
    addIf(has(Groups.ENCODED), Disguise.PERCENT_ENCODING, found);
    addIf(isOddlySeparated(), Disguise.ODD_SEPARATORS, found);
    return found;
  }

  private boolean isOddlySeparated() {
    int singles = 0;
    boolean odd = false;
    for (int i = first; i <= last; i++) {
      singles += groups.length(i) == 1 && !groups.has(i, Groups.SPELLED) ? 1 : 0;
      odd |= i > first && groups.has(i, Groups.ODD);
    }
    String text = surface.text();
    int bracket = text.indexOf('(', start(), end());
    boolean brackets = bracket >= 0 && text.indexOf('(', bracket + 1, end()) >= 0;
    return odd || brackets || singles >= SINGLES;
  }

  /** Whether digits go on, without white space, before or after it. */
  private boolean isCut() {
    return (first > 0 && groups.has(first, Groups.TIGHT))
        || (last + 1 < groups.size && groups.has(last + 1, Groups.TIGHT));
  }

  /** "#8085550142", "id=8085550142". */
  private boolean isTagged() {
    int start = groups.start(first);
    return start > 0 && "#=".indexOf(surface.text().charAt(start - 1)) >= 0;
  }

  private boolean isSpelled() {
    int spelled = 0;
    for (int i = first; i <= last; i++) {
      spelled += groups.has(i, Groups.SPELLED) ? groups.length(i) : 0;
    }
    return spelled >= SPELLED_ENOUGH;
  }

  private boolean isMostlyDigits() {
    int letters = 0;
    int units = 0;
    for (int i = first; i <= last; i++) {
      for (int at = groups.start(i); at < groups.end(i); at++) {
        char c = surface.text().charAt(at);
        letters += c >= 'a' && c <= 'z' && !groups.has(i, Groups.SPELLED) ? 1 : 0;
        units++;
      }
    }
    return letters * 2 <= units;
  }

  private boolean has(int flag) {
    for (int i = first; i <= last; i++) {
      if (groups.has(i, flag)) {
        return true;
      }
    }
    return false;
  }

  private static void addIf(boolean holds, Disguise disguise, Set<Disguise> found) {
    if (holds) {
      found.add(disguise);
    }
  }
}
