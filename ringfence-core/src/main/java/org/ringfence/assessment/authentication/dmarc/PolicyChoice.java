package org.ringfence.assessment.authentication.dmarc;

import java.util.Optional;
import org.ringfence.assessment.authentication.DomainName;

/**
 * Which of a record's policies applies (RFC 9989 §4.10.1).
 *
 * @param walks asks the DNS whether a domain exists
 */
record PolicyChoice(TreeWalk walks) {
  /** The policy for {@code author} by the record at {@code domain}; empty on trouble. */
  Optional<DomainOwnerAssessmentPolicy> of(
      PolicyRecord record, DomainName domain, DomainName author) {
    return published(record, domain, author)
        .map(policy -> record.isTesting() ? policy.lowered() : policy);
  }

  private Optional<DomainOwnerAssessmentPolicy> published(
      PolicyRecord record, DomainName domain, DomainName author) {
    if (domain.equals(author)) {
      return record.policy();
    }
    Optional<DomainOwnerAssessmentPolicy> existing = record.subdomainPolicy().or(record::policy);
    if (record.nonexistentPolicy().isEmpty()) {
      return existing;
    }
    return walks.exists(author).flatMap(exists -> exists ? existing : record.nonexistentPolicy());
  }
}
