/**
 * Readers of pictures: text recognition by a port, QR codes by ZXing.
 *
 * <p>Comes in: one picture, encoded or already drawn by another reader. Goes out: the text and the
 * codes it shows. Must not happen here: decoding a picture before its dimensions are known to be
 * bearable.
 *
 * <p>Start with {@link org.ringfence.arrival.parse.image.PictureReader}.
 */
@NullMarked
package org.ringfence.arrival.parse.image;

import org.jspecify.annotations.NullMarked;
