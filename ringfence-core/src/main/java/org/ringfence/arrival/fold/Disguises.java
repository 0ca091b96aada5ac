package org.ringfence.arrival.fold;

import java.util.EnumSet;
import java.util.Set;

/** Tells by which characters a passage was disguised, from the passage before and after folding. */
final class Disguises {
  private static final Set<Character.UnicodeBlock> STYLED =
      Set.of(
          Character.UnicodeBlock.ENCLOSED_ALPHANUMERICS,
          Character.UnicodeBlock.ENCLOSED_ALPHANUMERIC_SUPPLEMENT,
          Character.UnicodeBlock.MATHEMATICAL_ALPHANUMERIC_SYMBOLS,
          Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
          Character.UnicodeBlock.IPA_EXTENSIONS,
          Character.UnicodeBlock.PHONETIC_EXTENSIONS,
          Character.UnicodeBlock.LATIN_EXTENDED_D);

  private Disguises() {}

  /** The disguises in the original units of folded {@code start} to {@code end}. */
  static Set<Disguise> of(FoldedSurface folded, int start, int end) {
    Set<Disguise> found = EnumSet.noneOf(Disguise.class);
    String original = folded.surface().text();
    for (int unit = start; unit < end; unit++) {
      int from = folded.original(unit, unit).start();
      int next = folded.original(unit + 1, unit + 1).start();
      if (from == next) {
        continue; // one character that folded to several units
      }
      int codePoint = original.codePointAt(from);
      shape(codePoint, folded.text().charAt(unit), found);
      if (unit + 1 < end) {
        gap(original, from + Character.charCount(codePoint), next, codePoint, found);
      }
    }
    return found;
  }

  private static void shape(int codePoint, char seen, Set<Disguise> found) {
    if (codePoint < 128 || seen >= 128) {
      return;
    }
    if (seen >= '0' && seen <= '9') {
      found.add(Disguise.UNICODE_DIGITS);
    } else if (seen >= 'a' && seen <= 'z' && isStyledOrForeign(codePoint)) {
      found.add(Disguise.LOOKALIKE_LETTERS);
    }
  }

  private static boolean isStyledOrForeign(int codePoint) {
    if (STYLED.contains(Character.UnicodeBlock.of(codePoint))) {
      return true;
    }
    return Character.isLetter(codePoint)
        && Character.UnicodeScript.of(codePoint) != Character.UnicodeScript.LATIN;
  }

  /** What was dropped between a visible character and the next. */
  private static void gap(String original, int from, int to, int before, Set<Disguise> found) {
    for (int i = from; i < to; ) {
      int codePoint = original.codePointAt(i);
      if (codePoint == 0x20E3) {
        found.add(Disguise.UNICODE_DIGITS); // a keycap
      } else if (Invisible.isVariationSelector(codePoint)) {
        addIf(Character.isLetterOrDigit(before), Disguise.VARIATION_SELECTORS, found);
      } else if (Invisible.isBidiControl(codePoint)) {
        found.add(Disguise.BIDI_CONTROLS);
      } else if (Invisible.is(codePoint) && Character.getType(codePoint) != Character.CONTROL) {
        found.add(Disguise.INVISIBLE_CHARACTERS);
      }
      i += Character.charCount(codePoint);
    }
  }

  private static void addIf(boolean holds, Disguise disguise, Set<Disguise> found) {
    if (holds) {
      found.add(disguise);
    }
  }
}
