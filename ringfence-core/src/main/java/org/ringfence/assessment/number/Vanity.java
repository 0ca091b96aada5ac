package org.ringfence.assessment.number;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringfence.arrival.fold.Disguise;

/** Numbers that end in letters of the telephone keypad (ITU-T E.161): "1-800-FLOWERS". */
final class Vanity {
  /** The digit on which each letter from a to z lies. */
  private static final String KEYPAD = "22233344455566677778889999";

  /** Letters beyond the length of the number are dialled too, and ignored by the exchange. */
  private static final int MOST_LETTERS = 12;

  private static final int FEWEST_LETTERS = 4;

  private final SurfaceText surface;
  private final Groups groups;
  private final Candidates out;

  Vanity(SurfaceText surface, Groups groups, Candidates out) {
    this.surface = surface;
    this.groups = groups;
    this.out = out;
  }

  /** Looks whether the word at {@code wordStart} completes a number that the chain begins. */
  void read(int wordStart) {
    if (groups.size == 0 || !isJoined(wordStart)) {
      return;
    }
    for (NumberForm form : surface.habits().forms().vanity()) {
      Window beginning = beginning(form.digitsBeforeLetters());
      if (beginning != null && form.fits(beginning.digits(0) + "A".repeat(MOST_LETTERS), 0)) {
        complete(form, beginning, wordStart);
        return;
      }
    }
  }

  private void complete(NumberForm form, Window beginning, int wordStart) {
    StringBuilder digits = new StringBuilder(beginning.digits(0));
    int end = spell(wordStart, form.pattern().length(), digits);
    if (end < 0) {
      return;
    }
    boolean asked = surface.surroundings().asked(beginning.start(), end);
    if (!asked && digits.charAt(0) != '1') {
      return;
    }
    Set<Disguise> disguises = EnumSet.of(Disguise.VANITY_LETTERS);
    disguises.addAll(beginning.disguises());
    List<String> regions = List.of(form.region());
    String number = digits.substring(0, form.pattern().length());
    out.add(
        new Candidate(
            surface.index(),
            beginning.start(),
            end,
            number,
            regions,
            false,
            asked,
            true,
            disguises));
  }

  /** The last groups of the chain that hold exactly {@code digits} digits. */
  private @Nullable Window beginning(int digits) {
    int first = groups.size;
    int held = 0;
    while (first > 0 && held < digits) {
      held += groups.length(--first);
    }
    return held == digits && !groups.has(first, Groups.MASKED)
        ? new Window(
            surface,
            groups,
            first,
            groups.size - 1,
            new Standing(surface, groups.start(first), true))
        : null;
  }

  /** Appends the digits of the letters from {@code at} on; the end of the word, -1 if too short. */
  private int spell(int at, int wanted, StringBuilder digits) {
    String text = surface.text();
    int letters = 0;
    int i = at;
    while (i < text.length() && letters < MOST_LETTERS) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        digits.append(KEYPAD.charAt(c - 'a'));
        letters++;
      } else if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if ((c != '-' && c != '.') || digits.length() >= wanted) {
        break;
      }
      i++;
    }
    return digits.length() >= wanted && letters >= FEWEST_LETTERS ? i : -1;
  }

  /** By one hyphen or dot, or by a space where the word shouts; "1 800 account" is prose. */
  private boolean isJoined(int wordStart) {
    String text = surface.text();
    int gap = wordStart - groups.end(groups.size - 1);
    if (gap == 0) {
      return true;
    }
    char mark = text.charAt(wordStart - 1);
    return gap == 1 && (mark == '-' || mark == '.' || (mark == ' ' && isUpperCase(wordStart)));
  }

  private boolean isUpperCase(int wordStart) {
    int end = Math.min(wordStart + 2, surface.text().length());
    String written = surface.folded().evidence(wordStart, end).quote();
    return written.chars().allMatch(Character::isUpperCase);
  }
}
