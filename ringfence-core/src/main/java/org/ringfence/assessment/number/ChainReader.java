package org.ringfence.assessment.number;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the candidates out of a chain of groups: every run of neighbouring groups that is written
 * as the numbers of a region are, that starts with a plus sign, or that is asked to be called.
 *
 * <p>A run has at most as many groups as a number has digits, so the work is linear in the text.
 */
final class ChainReader {
  private static final int SHORTEST_INTERNATIONAL = 8;
  private static final int MOST_DIGITS = 15;

  /** Digits of the international prefix that ITU-T recommends, "00" (E.164 §6.2.3.2). */
  private static final int PREFIX = 2;

  private final SurfaceText surface;
  private final Groups groups;
  private final Candidates out;

  ChainReader(SurfaceText surface, Groups groups, Candidates out) {
    this.surface = surface;
    this.groups = groups;
    this.out = out;
  }

  void read() {
    new GroupMasks(surface.text(), surface.surroundings(), groups).mark();
    for (int first = 0; first < groups.size; first++) {
      if (groups.has(first, Groups.MASKED)) {
        continue;
      }
      if (groups.has(first, Groups.PLUS)) {
        international(first, 0, standing(first));
      } else {
        national(first, standing(first));
      }
    }
  }

  private Standing standing(int first) {
    boolean leading =
        first == 0
            || groups.has(first - 1, Groups.MASKED)
            || groups.has(first, Groups.BREAK)
            || groups.has(first, Groups.LISTING);
    return new Standing(surface, groups.start(unbroken(first)), leading);
  }

  /** Where the run without white space begins that {@code first} is part of: its label rules. */
  private int unbroken(int first) {
    int i = first;
    while (i > 0 && first - i < MOST_DIGITS && groups.has(i, Groups.TIGHT)) {
      i--;
    }
    return i;
  }

  private boolean isPrefixed(int first) {
    int from = groups.offset(first);
    return groups.digits.length() - from > SHORTEST_INTERNATIONAL
        && groups.digits.charAt(from) == '0'
        && groups.digits.charAt(from + 1) == '0'
        && groups.digits.charAt(from + 2) != '0';
  }

  /** A number that starts with its country code, after {@code skip} digits of prefix. */
  private void international(int first, int skip, Standing standing) {
    for (int last = first; last < groups.size && goesOn(first, last); last++) {
      int digits = groups.offset(last + 1) - groups.offset(first) - skip;
      if (digits > MOST_DIGITS) {
        return;
      }
      if (digits >= SHORTEST_INTERNATIONAL) {
        Window window = new Window(surface, groups, first, last, standing);
        add(window, "+" + window.digits(skip), List.of(), true, false);
      }
    }
  }

  private void national(int first, Standing standing) {
    if (isPrefixed(first) && standing.isLeading() && standing.isAsked()) {
      international(first, PREFIX, standing);
      return;
    }
    int boundaries = 0;
    for (int last = first; last < groups.size && goesOn(first, last); last++) {
      int before = groups.offset(last) - groups.offset(first);
      int digits = before + groups.length(last);
      if (digits > RegionForms.MOST_DIGITS) {
        return;
      }
      boundaries |= before == 0 ? 0 : 1 << before;
      List<NumberForm> forms = surface.habits().forms().ofLength(digits);
      if (!forms.isEmpty()) {
        compare(new Window(surface, groups, first, last, standing), boundaries, forms);
      }
    }
  }

  private void compare(Window window, int boundaries, List<NumberForm> forms) {
    List<String> regions = new ArrayList<>(0);
    boolean grouped = false;
    for (int i = 0; i < forms.size(); i++) {
      NumberForm form = forms.get(i);
      boolean same = form.boundaries() == boundaries && !window.isListed();
      boolean possible = same || window.standing().isLeading();
      if (possible && form.fits(groups.digits, groups.offset(window.first()))) {
        boolean counts = window.counts(form, same);
        if (counts && form.isShort()) {
          add(window, window.digits(0), List.of(form.region()), same, true);
          return;
        }
        addIf(counts && !regions.contains(form.region()), form.region(), regions);
        grouped |= counts && same;
      }
    }
    if (!regions.isEmpty()) {
      add(window, window.digits(0), regions, grouped, false);
    }
  }

  /** One line end may stand in a number, or one after each single digit. */
  private boolean goesOn(int first, int last) {
    if (last == first) {
      return true;
    }
    if (groups.has(last, Groups.MASKED) || groups.has(last, Groups.PLUS)) {
      return false;
    }
    return !groups.has(last, Groups.BREAK) || !brokenBefore(first, last);
  }

  private boolean brokenBefore(int first, int last) {
    for (int i = first + 1; i < last; i++) {
      if (groups.has(i, Groups.BREAK) && (groups.length(i) > 1 || groups.length(last) > 1)) {
        return true;
      }
    }
    return false;
  }

  private void add(
      Window window, String digits, List<String> regions, boolean grouped, boolean isShort) {
    out.add(
        new Candidate(
            surface.index(),
            window.start(),
            window.end(),
            digits,
            regions,
            isShort,
            window.standing().isAsked(),
            grouped,
            window.disguises()));
  }

  private static void addIf(boolean holds, String region, List<String> regions) {
    if (holds) {
      regions.add(region);
    }
  }
}
