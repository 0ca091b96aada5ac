package org.ringfence.arrival.fold;

/**
 * Characters that take no room on the screen: the stuff that words are broken up with.
 *
 * <p>Default_Ignorable_Code_Point of the Unicode Character Database, the other format characters
 * and the control characters, without the Arabic, Syriac and Kaithi number signs, which are seen.
 */
final class Invisible {
  private Invisible() {}

  static boolean is(int codePoint) {
    if (isVariationSelector(codePoint) || isBlankLetter(codePoint)) {
      return true;
    }
    int type = Character.getType(codePoint);
    if (type == Character.FORMAT) {
      return !isNumberSign(codePoint);
    }
    return type == Character.CONTROL || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
  }

  static boolean isBidiControl(int codePoint) {
    return codePoint == 0x061C
        || codePoint == 0x200E
        || codePoint == 0x200F
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  static boolean isVariationSelector(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF)
        || (codePoint >= 0x180B && codePoint <= 0x180F && codePoint != 0x180E);
  }

  /** U+034F, Hangul fillers, Khmer inherent vowels and unassigned ignorables. */
  private static boolean isBlankLetter(int codePoint) {
    return switch (codePoint) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x3164, 0xFFA0 -> true;
      default -> codePoint >= 0xFFF0 && codePoint <= 0xFFF8;
    };
  }

  private static boolean isNumberSign(int codePoint) {
    return (codePoint >= 0x0600 && codePoint <= 0x0605)
        || codePoint == 0x06DD
        || codePoint == 0x070F
        || codePoint == 0x0890
        || codePoint == 0x0891
        || codePoint == 0x08E2
        || codePoint == 0x110BD
        || codePoint == 0x110CD;
  }
}
