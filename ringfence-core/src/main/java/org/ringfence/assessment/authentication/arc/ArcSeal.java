package org.ringfence.assessment.authentication.arc;

import java.time.Instant;
import java.util.Optional;
import org.ringfence.assessment.authentication.DomainName;
import org.ringfence.assessment.authentication.signature.SigningAlgorithm;
import org.ringfence.assessment.authentication.signature.TagReader;
import org.ringfence.mail.Octets;

/**
 * The tags of an ARC-Seal field (RFC 8617 §4.1.3).
 *
 * @param algorithm a=
 * @param signature b=
 * @param domain d=
 * @param selector s=
 * @param status cv=, what the sealer found of the chain before it
 * @param sealedAt t=
 */
record ArcSeal(
    SigningAlgorithm algorithm,
    Octets signature,
    DomainName domain,
    DomainName selector,
    ChainValidationStatus status,
    Optional<Instant> sealedAt) {
  static ArcSeal read(TagReader tags) {
    Optional<ChainValidationStatus> status = ChainValidationStatus.of(tags.required("cv"));
    if (status.isEmpty()) {
      tags.complain("The tag \"cv\" is unknown.");
    }
    // RFC 8617 §4.1.3: what a seal signs is fixed.
    if (tags.optional("h").isPresent()) {
      tags.complain("A seal names no fields.");
    }
    return new ArcSeal(
        tags.algorithm(),
        tags.base64("b"),
        tags.domain("d"),
        tags.domain("s"),
        status.orElse(ChainValidationStatus.FAIL),
        tags.instant("t"));
  }
}
