package org.ringfence.assessment.authentication.dmarc;

import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.ringfence.assessment.authentication.DomainName;

/**
 * What one tree walk found (RFC 9989 §4.10).
 *
 * @param start where it began
 * @param records the records found, the start's first
 * @param trouble why it ended before its time
 */
record Walk(
    DomainName start, SequencedMap<DomainName, PolicyRecord> records, Optional<String> trouble) {
  /** The organizational domain of the start (RFC 9989 §4.10.2). */
  DomainName organizationalDomain() {
    for (Map.Entry<DomainName, PolicyRecord> record : records.entrySet()) {
      DomainName domain = record.getKey();
      switch (record.getValue().publicSuffix()) {
        case NO -> {
          return domain;
        }
        case YES -> {
          if (!domain.equals(start)) {
            return start.last(domain.labels().size() + 1);
          }
        }
        case UNKNOWN -> {}
      }
    }
    // The one with the fewest labels; without any, the start itself.
    return records.isEmpty() ? start : records.lastEntry().getKey();
  }

  /** The domain whose record applies to the start (RFC 9989 §4.10.1). */
  Optional<DomainName> policyDomain() {
    if (records.containsKey(start)) {
      return Optional.of(start);
    }
    DomainName organizational = organizationalDomain();
    if (records.containsKey(organizational)) {
      return Optional.of(organizational);
    }
    // Nothing but a public suffix above the organizational domain.
    return records.isEmpty() ? Optional.empty() : Optional.of(records.lastEntry().getKey());
  }
}
