package org.ringfence.assessment.authentication.dmarc;

import java.util.List;
import java.util.Optional;
import org.ringfence.assessment.authentication.DomainName;
import org.ringfence.assessment.authentication.MethodResult;

/**
 * What DMARC came to.
 *
 * @param result the result, with header.from and policy.dmarc
 * @param authorDomain the author's domain, where there is exactly one
 * @param organizationalDomain its organizational domain, where a policy was found
 * @param policy what the domain owner asks for, test mode taken into account; empty without record
 * @param aligned the results of SPF and DKIM that vouch for the author's domain
 */
public record DmarcResult(
    MethodResult result,
    Optional<DomainName> authorDomain,
    Optional<DomainName> organizationalDomain,
    Optional<DomainOwnerAssessmentPolicy> policy,
    List<MethodResult> aligned) {
  public DmarcResult {
    aligned = List.copyOf(aligned);
  }
}
