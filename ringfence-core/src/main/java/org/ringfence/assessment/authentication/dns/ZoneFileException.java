package org.ringfence.assessment.authentication.dns;

/** A zone file cannot be used. The message names the file, the line and what to do. */
public final class ZoneFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ZoneFileException(String file, int line, String sentence) {
    super("%s, line %s: %s".formatted(file, line, sentence));
  }
}
