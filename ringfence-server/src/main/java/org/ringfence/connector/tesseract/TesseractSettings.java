package org.ringfence.connector.tesseract;

import java.time.Duration;
import java.util.List;

/**
 * How tesseract is run.
 *
 * @param command the program: a name to be found on the PATH, or a path
 * @param languages tesseract's codes of the languages wanted; those not installed are left out
 * @param processes how many run at once; the others wait, within their time
 * @param memoryBytes address space of one process, held by prlimit where that is installed
 * @param time the longest that one picture may take
 */
public record TesseractSettings(
    String command, List<String> languages, int processes, long memoryBytes, Duration time) {
  public TesseractSettings {
    languages = List.copyOf(languages);
    if (processes < 1) {
      throw new IllegalArgumentException("At least one process of tesseract must be allowed.");
    }
  }

  /** What serves a machine of few processors. */
  public static TesseractSettings standard() {
    return new TesseractSettings(
        "tesseract",
        List.of("eng", "spa", "por", "fra", "deu", "ita", "nld", "jpn"),
        2,
        1L << 30,
        Duration.ofSeconds(3));
  }
}
