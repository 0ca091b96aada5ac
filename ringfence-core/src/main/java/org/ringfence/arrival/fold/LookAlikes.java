package org.ringfence.arrival.fold;

import com.ibm.icu.text.SpoofChecker;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Letters of other scripts that a reader takes for Latin ones (UTS #39, confusables).
 *
 * <p>The confusables are loaded when the first suspicious word is met; most runs never meet one.
 */
final class LookAlikes {
  /** No letter. */
  static final char NONE = 0;

  /** Where the prototype of UTS #39 is not the letter meant: it takes a capital iota for an l. */
  private static final Map<Character, Character> INSTEAD =
      Map.of('І', 'i', 'Ӏ', 'i', 'Ι', 'i', 'Ꮖ', 'i');

  /**
   * What UTS #39 lacks, because it compares exact shapes while an attacker is content with a
   * likeness in the middle of a word.
   */
  private static final Map<Character, Character> ROUGHLY =
      Map.ofEntries(
          Map.entry('в', 'b'),
          Map.entry('к', 'k'),
          Map.entry('м', 'm'),
          Map.entry('н', 'h'),
          Map.entry('т', 't'),
          Map.entry('п', 'n'),
          Map.entry('Я', 'r'),
          Map.entry('И', 'n'),
          Map.entry('η', 'n'),
          Map.entry('ω', 'w'),
          Map.entry('ε', 'e'),
          Map.entry('τ', 't'),
          Map.entry('μ', 'u'),
          Map.entry('κ', 'k'),
          Map.entry('β', 'b'));

  /** Greek, Cyrillic and Armenian stand here side by side. */
  private static final int COMMON_START = 0x370;

  private static final int COMMON_END = 0x590;

  private final Map<Integer, Character> known = new ConcurrentHashMap<>();

  /** Whether {@code codePoint} is a letter of a script some of whose letters pass for Latin. */
  static boolean isForeign(int codePoint) {
    if (codePoint < COMMON_START) {
      return false;
    }
    if (codePoint < COMMON_END) {
      return Character.isLetter(codePoint);
    }
    if (!isInRareBlock(codePoint)) {
      return false;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case GREEK, CYRILLIC, ARMENIAN, CHEROKEE, COPTIC, LISU, DESERET, OSAGE, WARANG_CITI ->
          Character.isLetter(codePoint);
      default -> false;
    };
  }

  /** The Latin letter, in lower case, that {@code codePoint} passes for, or {@link #NONE}. */
  char exact(int codePoint) {
    return codePoint >= COMMON_START && codePoint < COMMON_END
        ? Confusables.EXACT[codePoint - COMMON_START]
        : known.computeIfAbsent(codePoint, LookAlikes::prototype);
  }

  /** The Latin letter that {@code codePoint} passes for within a Latin word, or {@link #NONE}. */
  char rough(int codePoint) {
    char exact = exact(codePoint);
    return exact != NONE || codePoint > Character.MAX_VALUE
        ? exact
        : ROUGHLY.getOrDefault((char) codePoint, NONE);
  }

  private static char prototype(int codePoint) {
    char instead =
        codePoint > Character.MAX_VALUE ? NONE : INSTEAD.getOrDefault((char) codePoint, NONE);
    if (instead != NONE) {
      return instead;
    }
    String skeleton = Confusables.CHECKER.getSkeleton(Character.toString(codePoint));
    char first = Character.toLowerCase(skeleton.charAt(0));
    return skeleton.length() == 1 && first >= 'a' && first <= 'z' ? first : NONE;
  }

  private static boolean isInRareBlock(int codePoint) {
    return (codePoint >= 0x13A0 && codePoint <= 0x13FF)
        || (codePoint >= 0x1C80 && codePoint <= 0x1FFF)
        || (codePoint >= 0x2C80 && codePoint <= 0x2DFF)
        || (codePoint >= 0xA4D0 && codePoint <= 0xA69F)
        || (codePoint >= 0xAB70 && codePoint <= 0xABBF)
        || (codePoint >= 0x10400 && codePoint <= 0x104FF)
        || (codePoint >= 0x118A0 && codePoint <= 0x118FF);
  }

  private static final class Confusables {
    static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
    static final char[] EXACT = new char[COMMON_END - COMMON_START];

    static {
      for (int i = 0; i < EXACT.length; i++) {
        EXACT[i] = prototype(COMMON_START + i);
      }
    }

    private Confusables() {}
  }
}
