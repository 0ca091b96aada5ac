package org.ringfence.effect.act.body;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ringfence.effect.act.body.Disarming.Target;

/**
 * Finds numbers again in the letters of a source, and notes what is done to them.
 *
 * <p>How many numbers are looked for is bounded, so that the time is linear in the text.
 */
final class NumberHunt {
  private static final int NUMBERS = 100;
  private static final int FEWEST = 5;
  private static final int STEPS = 20_000_000;
  private static final int SHORTEST = 3;
  private static final int LONG = 7;
  private static final int MASKED = 4;
  private static final String MASK = "X";

  private final Disarming disarming;
  private final List<Target> longestFirst;
  private final TextEdits edits;
  private final UnaryOperator<String> written;
  private final Set<String> found = new HashSet<>();

  /**
   * @param written how the source writes a remark
   */
  NumberHunt(Disarming disarming, TextEdits edits, UnaryOperator<String> written) {
    this.disarming = disarming;
    this.longestFirst =
        disarming.numbers().stream()
            .filter(number -> number.letters().length() >= SHORTEST)
            .sorted((a, b) -> b.letters().length() - a.letters().length())
            .toList();
    this.edits = edits;
    this.written = written;
  }

  /** The letters of the numbers that were found. */
  Set<String> found() {
    return found;
  }

  /** Looks through {@code letters}, longer numbers first: one may be the end of another. */
  void over(Letters letters) {
    if (!disarming.annotates()) {
      return;
    }
    var taken = new BitSet();
    int most = Math.clamp(STEPS / (letters.length() + 1), FEWEST, NUMBERS);
    longestFirst.stream().limit(most).forEach(number -> over(letters, number, taken));
  }

  private void over(Letters letters, Target number, BitSet taken) {
    int length = number.letters().length();
    int at = letters.indexOf(number.letters(), 0);
    while (at >= 0) {
      int next = at + 1;
      if (isWhole(letters, at, at + length) && isAlike(letters, at, at + length, number)) {
        found.add(number.letters());
        next = at + length;
        if (taken.nextSetBit(at) < 0 || taken.nextSetBit(at) >= next) {
          taken.set(at, next);
          disarm(letters, at, next, number);
        }
      }
      at = letters.indexOf(number.letters(), next);
    }
  }

  /** Whether no digit stands right beside it, as in a longer number that is another. */
  private static boolean isWhole(Letters letters, int from, int to) {
    boolean before =
        from > 0
            && Character.isDigit(letters.at(from - 1))
            && letters.end(from - 1) == letters.start(from);
    boolean after =
        to < letters.length()
            && Character.isDigit(letters.at(to))
            && letters.start(to) == letters.end(to - 1);
    return !before && !after;
  }

  /** A short number is found as it is written alone: 118 33 would be in every 118.33 else. */
  private static boolean isAlike(Letters letters, int from, int to, Target number) {
    return to - from >= LONG
        || letters.end(to - 1) - letters.start(from) == number.quote().length();
  }

  private void disarm(Letters letters, int from, int to, Target number) {
    if (disarming.masks()) {
      for (int i = Math.max(from, to - masked(letters, from, to)); i < to; i++) {
        edits.replace(letters.start(i), letters.end(i), MASK);
      }
    }
    edits.insert(letters.end(to - 1), written.apply(" [" + number.remark() + "]"));
  }

  /** Four digits; of a number in words, half of the words. */
  private static int masked(Letters letters, int from, int to) {
    int digits = 0;
    for (int i = from; i < to; i++) {
      digits += Character.isDigit(letters.at(i)) ? 1 : 0;
    }
    return digits * 2 >= to - from ? Math.min(MASKED, to - from) : (to - from + 1) / 2;
  }
}
