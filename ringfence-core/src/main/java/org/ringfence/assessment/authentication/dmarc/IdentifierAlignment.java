package org.ringfence.assessment.authentication.dmarc;

/** How near an authenticated domain must be to the author's (RFC 9989 §4.4). */
public enum IdentifierAlignment {
  /** Both have the same organizational domain. */
  RELAXED,
  /** Both are the same. */
  STRICT
}
