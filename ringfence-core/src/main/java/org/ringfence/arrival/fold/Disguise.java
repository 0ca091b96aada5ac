package org.ringfence.arrival.fold;

/** How words or digits were hidden from a machine while a person still reads them. */
public enum Disguise {
  /** Zero-width characters, soft hyphens, tag characters or U+034F between letters. */
  INVISIBLE_CHARACTERS,
  /** Bidirectional controls. */
  BIDI_CONTROLS,
  /** Variation selectors after letters or digits. */
  VARIATION_SELECTORS,
  /** Digits other than 0 to 9: full-width, circled, mathematical, of another script. */
  UNICODE_DIGITS,
  /** Letters of another script, or styled letters, that look like Latin ones. */
  LOOKALIKE_LETTERS,
  /** Letters in the place of digits: "8O8", "l-8OO". */
  LETTERS_FOR_DIGITS,
  /** Digits written as words. */
  SPELLED_OUT,
  /** Letters of a telephone keypad: "1-800-FLOWERS". */
  VANITY_LETTERS,
  /** A space or mark between single digits, or brackets in wrong places. */
  ODD_SEPARATORS,
  /** Percent-encoding. */
  PERCENT_ENCODING
}
