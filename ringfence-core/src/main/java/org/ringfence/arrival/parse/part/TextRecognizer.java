package org.ringfence.arrival.parse.part;

import java.awt.image.BufferedImage;
import java.time.Duration;

/**
 * Reads the text in a picture (OCR). A port: the recogniser is a program of its own, outside the
 * core.
 */
public interface TextRecognizer {
  /** What came of it. */
  sealed interface Recognition {
    /**
     * The text that was found.
     *
     * @param text the lines from top to bottom, parted by {@code '\n'}; empty where the picture
     *     shows none
     */
    record Recognized(String text) implements Recognition {}

    /**
     * No text could be had.
     *
     * @param reason one plain sentence for the defect
     */
    record NotRecognized(String reason) implements Recognition {}
  }

  /** Recognises the text of {@code image} within {@code time}. */
  Recognition recognize(BufferedImage image, Duration time);
}
