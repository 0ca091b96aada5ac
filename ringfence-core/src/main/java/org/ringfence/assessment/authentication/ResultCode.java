package org.ringfence.assessment.authentication;

import java.util.Locale;

/** The result words of RFC 8601 §2.7, for every method. */
public enum ResultCode {
  NONE,
  PASS,
  FAIL,
  SOFTFAIL,
  POLICY,
  NEUTRAL,
  TEMPERROR,
  PERMERROR;

  /** The word as a header field writes it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
