package org.ringfence.arrival.parse.html;

/**
 * What an element hands down to the text in it.
 *
 * @param gone whether no descendant can be seen, whatever it says of itself
 * @param invisible whether {@code visibility} hides it, which a descendant may take back
 * @param preformatted whether white space is kept
 * @param fontSize in pixels
 * @param colour of the text
 * @param background behind it
 */
record Style(
    boolean gone,
    boolean invisible,
    boolean preformatted,
    double fontSize,
    int colour,
    int background) {
  private static final double LEGIBLE = 1;

  /** Where every document starts: black on white, 16 pixels. */
  static final Style ROOT = new Style(false, false, false, 16, Colour.BLACK, Colour.WHITE);

  /** Whether text in this style cannot be seen. */
  boolean hides() {
    return gone || invisible || fontSize <= LEGIBLE || Colour.isIndistinct(colour, background);
  }

  /** The same where nothing shows. */
  Style asGone() {
    return gone ? this : new Style(true, invisible, preformatted, fontSize, colour, background);
  }
}
