package org.ringfence.cli.show;

/**
 * Writes emphasis as ANSI escape sequences (ECMA-48 §8.3.117), or not at all.
 *
 * @param coloured whether the reader sees colours
 */
public record Pen(boolean coloured) {
  /** What a stretch of text is. */
  public enum Ink {
    BOLD("1"),
    DIM("2"),
    GOOD("32"),
    DOUBTFUL("1;33"),
    BAD("1;31"),
    SLOT("36"),
    EVIDENCE("30;43");

    private final String code;

    Ink(String code) {
      this.code = code;
    }
  }

  /** {@code text}, already neutralised, in {@code ink}. */
  public String write(Ink ink, String text) {
    return coloured && !text.isEmpty() ? "\u001b[" + ink.code + "m" + text + "\u001b[0m" : text;
  }
}
