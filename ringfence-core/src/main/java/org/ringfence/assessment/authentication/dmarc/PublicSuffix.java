package org.ringfence.assessment.authentication.dmarc;

/** What a record says of its own domain (RFC 9989 §4.7, psd=). */
enum PublicSuffix {
  YES,
  NO,
  UNKNOWN
}
