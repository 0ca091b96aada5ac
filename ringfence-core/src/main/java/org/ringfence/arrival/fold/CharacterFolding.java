package org.ringfence.arrival.fold;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What each single code point folds to.
 *
 * <p>The answers are worked out page by page (256 code points) when a page is first met, because
 * working out all of Unicode takes longer than folding a mail. A page that changes nothing costs
 * one shared marker, so a mail that shows every character of Unicode fills at most some five
 * megabytes. Two threads may work out the same page at once; both find the same.
 *
 * <p>Per code point: NFKC (UAX #15), lower case without regard to any locale, accents taken off
 * Latin letters, and what NFKC leaves alone although a reader does not: enclosed digits and
 * letters, small capitals, dashes, quotes. Expansions longer than {@link #LONGEST} units are not
 * made, so that a fold stays linear in the text.
 */
final class CharacterFolding {
  /** Takes the place of a character that is not seen at all. */
  static final String NOTHING = "";

  /** The longest replacement, in units. */
  static final int LONGEST = 4;

  private static final int PAGE = 256;

  @SuppressWarnings("MutableArray") // no entry to change
  private static final @Nullable String[] UNCHANGED = {};

  /** Latin letters that have no decomposition: strokes, ligatures, small capitals, IPA forms. */
  private static final Map<Integer, String> LATIN =
      pairs(
          "ß=ss œ=oe æ=ae ø=o đ=d ð=d ł=l ı=i ħ=h ŧ=t þ=th ȷ=j ŀ=l ɨ=i ʉ=u ɓ=b ɗ=d ɠ=g ɖ=d ⱡ=l "
              + "ᴀ=a ʙ=b ᴄ=c ᴅ=d ᴇ=e ꜰ=f ɢ=g ʜ=h ɪ=i ᴊ=j ᴋ=k ʟ=l ᴍ=m ɴ=n ᴏ=o ᴘ=p ꞯ=q ʀ=r ꜱ=s "
              + "ᴛ=t ᴜ=u ᴠ=v ᴡ=w ʏ=y ᴢ=z ɑ=a ɡ=g ɩ=i ʋ=v ɛ=e");

  /** Marks a reader takes for another: quotes, dashes, fraction slash, dots. */
  private static final Map<Integer, String> MARKS =
      pairs(
          "‘=' ’=' ‚=' ‛=' ′=' ‵=' ʹ=' ʻ=' ʼ=' ʽ=' ˈ=' ´=' `=' ＇=' ｀=' “=\" ”=\" „=\" ‟=\" ″=\""
              + " ‶=\" «=\" »=\" ＂=\" −=- ⁃=- ˗=- ➖=- ─=- ━=- ﹘=- ➕=+ ⁄=/ ∕=/ ⧸=/ ․=. ⡀=. ∶=: ꞉=:"
              + " ❨=( ❩=) ⟮=( ⟯=)");

  private final AtomicReferenceArray<@Nullable String[]> pages =
      new AtomicReferenceArray<>((Character.MAX_CODE_POINT + 1) / PAGE);

  /**
   * What {@code codePoint} folds to, or null where it stays as it is. White space is {@code " "},
   * or {@code "\n"} where it ends a line, row or cell.
   */
  @Nullable String replacement(int codePoint) {
    @Nullable String @Nullable [] page = pages.get(codePoint / PAGE);
    if (page == null) {
      page = readPage(codePoint / PAGE);
      pages.set(codePoint / PAGE, page);
    }
    return page.length == 0 ? null : page[codePoint % PAGE];
  }

  private static @Nullable String[] readPage(int number) {
    @Nullable String[] page = new @Nullable String[PAGE];
    boolean changes = false;
    for (int i = 0; i < PAGE; i++) {
      int codePoint = number * PAGE + i;
      String folded = compute(codePoint);
      if (!folded.equals(Character.toString(codePoint))) {
        page[i] = folded;
        changes = true;
      }
    }
    return changes ? page : UNCHANGED;
  }

  private static String compute(int codePoint) {
    if (isLineEnd(codePoint)) {
      return "\n";
    }
    if (isSpace(codePoint)) {
      return " ";
    }
    if (Invisible.is(codePoint)) {
      return NOTHING;
    }
    int enclosed = enclosedNumber(codePoint);
    if (enclosed >= 0) {
      return Integer.toString(enclosed);
    }
    return foldVisible(codePoint);
  }

  private static String foldVisible(int codePoint) {
    String mark = MARKS.get(codePoint);
    if (mark != null) {
      return mark;
    }
    int type = Character.getType(codePoint);
    if (type == Character.SURROGATE) {
      return "\uFFFD";
    }
    if (type == Character.DASH_PUNCTUATION) {
      return "-";
    }
    if (type == Character.DECIMAL_DIGIT_NUMBER) {
      return Integer.toString(Character.digit(codePoint, 10));
    }
    int letter = enclosedLetter(codePoint);
    if (letter != 0) {
      return Character.toString(letter);
    }
    return foldLetters(Character.toString(codePoint));
  }

  private static String foldLetters(String one) {
    String lower = lowerCase(Normalizer.normalize(one, Normalizer.Form.NFKC));
    String bare = withoutAccents(Normalizer.normalize(lower, Normalizer.Form.NFKD));
    String folded = Normalizer.normalize(bare, Normalizer.Form.NFKC);
    // "¨" and its like decompose to a space and a mark: no white space is invented here.
    return folded.length() > LONGEST || folded.startsWith(" ") ? one : folded;
  }

  private static String lowerCase(String text) {
    return text.codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String withoutAccents(String decomposed) {
    StringBuilder kept = new StringBuilder();
    boolean afterLatin = false;
    for (int codePoint : decomposed.codePoints().toArray()) {
      if (isMark(codePoint) && afterLatin) {
        continue;
      }
      String latin = LATIN.get(codePoint);
      kept.append(latin == null ? Character.toString(codePoint) : latin);
      afterLatin = Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.LATIN;
    }
    return kept.toString();
  }

  /** Whether {@code codePoint} stands on, in or around the character before it. */
  static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isLineEnd(int codePoint) {
    return switch (codePoint) {
      case '\t', '\n', 0x0B, '\f', '\r', 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029 -> true;
      default -> false;
    };
  }

  private static boolean isSpace(int codePoint) {
    // U+2800 is the braille pattern without dots: as wide as a letter, and empty.
    return Character.isSpaceChar(codePoint) || codePoint == 0x1F || codePoint == 0x2800;
  }

  /** The number in ①, ⑴, ⒈, ❶, ➀, 🄋, 🄀, 🄁 and their like, -1 for others. */
  @SuppressWarnings("CharacterGetNumericValue") // within these ranges it is what we want: 0 to 20
  private static int enclosedNumber(int codePoint) {
    IntPredicate enclosed =
        c ->
            (c >= 0x2460 && c <= 0x249B)
                || (c >= 0x24EA && c <= 0x24FF)
                || (c >= 0x2776 && c <= 0x2793)
                || (c >= 0x1F100 && c <= 0x1F10C);
    return enclosed.test(codePoint) ? Character.getNumericValue(codePoint) : -1;
  }

  /** The letter in ⒜, 🄐, 🄰, 🅐, 🅰 and in a lone half of a flag, 0 for others. */
  private static int enclosedLetter(int codePoint) {
    return IntStream.of(0x249C, 0x1F110, 0x1F130, 0x1F150, 0x1F170, 0x1F1E6)
        .filter(first -> codePoint >= first && codePoint < first + 26)
        .map(first -> 'a' + codePoint - first)
        .findFirst()
        .orElse(0);
  }

  private static Map<Integer, String> pairs(String text) {
    return text.lines()
        .flatMap(line -> Arrays.stream(line.split(" ")))
        .collect(
            Collectors.toUnmodifiableMap(
                pair -> pair.codePointAt(0), pair -> pair.substring(pair.indexOf('=', 1) + 1)));
  }
}
