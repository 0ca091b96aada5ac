/**
 * The text recogniser of the core, by the program tesseract.
 *
 * <p>Comes in: a decoded picture and a time. Goes out: its text, or the reason why there is none.
 * Must not happen here: decoding hostile pictures in this process by native code, or waiting for
 * the program longer than the time given.
 *
 * <p>Start with {@link org.ringfence.connector.tesseract.TesseractRecognizer}.
 */
@NullMarked
package org.ringfence.connector.tesseract;

import org.jspecify.annotations.NullMarked;
