package org.ringfence.cli.show;

import java.util.Locale;

/**
 * Foreign text made harmless to look at: what would act, or hide, is shown by its name instead.
 *
 * <p>Defends against escape sequences that drive a terminal, bidirectional controls that reorder a
 * line, and invisible characters that hide a word from the analyst. A run of several becomes one
 * note, since real lures hold thousands.
 */
public final class VisibleText {
  private static final int NAMED_APART = 3;
  private static final char VARIATION_SELECTOR_16 = '\uFE0F';
  private static final char ZERO_WIDTH_JOINER = '\u200D';

  private final String text;
  private final StringBuilder out;

  private VisibleText(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length() + 16);
  }

  /** {@code text} with line breaks and tabs kept as they are. */
  public static String block(String text) {
    return new VisibleText(text).render();
  }

  /** {@code text} on one line: line breaks and tabs become single spaces. */
  public static String line(String text) {
    return block(text.replaceAll("[\\r\\n\\t\\u2028\\u2029]+", " ")).strip();
  }

  /**
   * {@code text} on one line, no longer than {@code max} characters, its middle left out if need
   * be.
   */
  public static String line(String text, int max) {
    String whole = line(text);
    if (whole.codePointCount(0, whole.length()) <= max) {
      return whole;
    }
    int head = whole.offsetByCodePoints(0, max * 2 / 3);
    int tail = whole.offsetByCodePoints(whole.length(), -(max / 3 - 3));
    return whole.substring(0, head) + " … " + whole.substring(tail);
  }

  private String render() {
    int at = 0;
    while (at < text.length()) {
      int code = text.codePointAt(at);
      if (isShown(code, at)) {
        append(code);
        at += Character.charCount(code);
      } else {
        at = name(at);
      }
    }
    return out.toString();
  }

  private void append(int code) {
    switch (code) {
      case '\r' -> {}
      case '\u2028', '\u2029' -> out.append('\n');
      default -> out.appendCodePoint(code);
    }
  }

  /** Names the run of hidden characters at {@code from}, and returns where it ends. */
  private int name(int from) {
    int count = 0;
    int at = from;
    int end = from;
    StringBuilder names = new StringBuilder();
    while (at < text.length()) {
      int code = text.codePointAt(at);
      boolean shown = isShown(code, at);
      if (shown && !isFiller(code)) {
        break;
      }
      at += Character.charCount(code);
      if (!shown) {
        count++;
        end = at;
        if (count <= NAMED_APART) {
          names.append(String.format(Locale.ROOT, "⟨U+%04X⟩", code));
        }
      }
    }
    out.append(count <= NAMED_APART ? names : "⟨" + count + " invisible characters⟩");
    return end;
  }

  private static boolean isFiller(int code) {
    return code == ' ' || code == '\u00A0';
  }

  private boolean isShown(int code, int at) {
    if (code == '\n' || code == '\t' || code == '\r' || code == '\u2028' || code == '\u2029') {
      return true;
    }
    if (code == VARIATION_SELECTOR_16 || code == ZERO_WIDTH_JOINER) {
      return followsSymbol(at);
    }
    return !isHidden(code);
  }

  /** In an emoji the two are ordinary; between letters or digits they are a disguise. */
  private boolean followsSymbol(int at) {
    return at > 0 && text.codePointBefore(at) >= 0x2190;
  }

  private static boolean isHidden(int code) {
    return switch (Character.getType(code)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default ->
          code == 0x034F
              || code == 0x115F
              || code == 0x1160
              || code == 0x3164
              || code == 0xFFA0
              || code == 0x2800
              || (code >= 0x17B4 && code <= 0x17B5)
              || (code >= 0x180B && code <= 0x180F)
              || (code >= 0xFE00 && code <= 0xFE0F)
              || (code >= 0xE0100 && code <= 0xE01EF);
    };
  }
}
