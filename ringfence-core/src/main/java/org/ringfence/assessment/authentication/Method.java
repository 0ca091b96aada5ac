package org.ringfence.assessment.authentication;

import java.util.Locale;

/** The methods of RFC 8601 §2.7 that Ringfence knows. */
public enum Method {
  SPF,
  DKIM,
  DMARC,
  ARC;

  /** The word as a header field writes it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
