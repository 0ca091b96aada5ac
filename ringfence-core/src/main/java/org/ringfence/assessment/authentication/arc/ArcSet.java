package org.ringfence.assessment.authentication.arc;

import org.ringfence.assessment.authentication.signature.RawField;

/**
 * The three fields that one handler added (RFC 8617 §4.2).
 *
 * @param instance its place in the chain
 * @param results the ARC-Authentication-Results
 * @param signature the ARC-Message-Signature
 * @param sealField the ARC-Seal
 * @param seal its tags
 */
record ArcSet(
    int instance, RawField results, RawField signature, RawField sealField, ArcSeal seal) {
  ArcHop hop() {
    String body = results.body();
    return new ArcHop(
        instance,
        seal.domain().value(),
        seal.selector().value(),
        seal.sealedAt(),
        body.substring(body.indexOf(';') + 1).strip());
  }
}
