package org.ringfence.arrival.parse.document;

import java.util.List;
import org.ringfence.mail.Link;

/**
 * What the text layer of one page gave.
 *
 * @param text its text, lines parted by {@code '\n'}
 * @param links its hyperlinks
 * @param drawn whether anything is drawn on the page
 * @param pictureShare the area of its pictures as a share of the page's, above one where they
 *     overlap
 * @param squarePicture whether one of them is about as high as wide, as a QR code is
 */
record PdfPage(
    String text, List<Link> links, boolean drawn, double pictureShare, boolean squarePicture) {
  private static final int FEW_LETTERS = 30;
  private static final double BIG_PICTURE = 0.25;

  /** Whether the page must be looked at as a picture to know what it says. */
  boolean isPicture() {
    return drawn && (hasFewLetters() || pictureShare >= BIG_PICTURE);
  }

  /** Whether the page is worth a search for QR codes though its words are known. */
  boolean mayShowCode() {
    return squarePicture && !isPicture();
  }

  private boolean hasFewLetters() {
    return text.codePoints().filter(Character::isLetterOrDigit).limit(FEW_LETTERS).count()
        < FEW_LETTERS;
  }
}
