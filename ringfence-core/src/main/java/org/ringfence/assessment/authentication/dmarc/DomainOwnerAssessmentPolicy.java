package org.ringfence.assessment.authentication.dmarc;

import java.util.Locale;
import java.util.Optional;

/** What a domain owner asks to be done with mail that fails (RFC 9989 §4.7, p=). */
public enum DomainOwnerAssessmentPolicy {
  NONE,
  QUARANTINE,
  REJECT;

  /** The policy that {@code word} names. */
  static Optional<DomainOwnerAssessmentPolicy> of(String word) {
    for (DomainOwnerAssessmentPolicy policy : values()) {
      if (policy.name().equalsIgnoreCase(word)) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }

  /** The word as a record writes it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** RFC 9989 §4.7, t=y: one level less. */
  DomainOwnerAssessmentPolicy lowered() {
    return switch (this) {
      case REJECT -> QUARANTINE;
      case QUARANTINE, NONE -> NONE;
    };
  }
}
