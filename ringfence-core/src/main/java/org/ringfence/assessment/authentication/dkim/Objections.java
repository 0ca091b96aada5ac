package org.ringfence.assessment.authentication.dkim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ringfence.assessment.authentication.signature.PublishedKey;
import org.ringfence.assessment.authentication.signature.SigningAlgorithm;

/**
 * Why a signature whose octets match still counts for nothing.
 *
 * @param now the time of the check
 */
record Objections(Instant now) {
  /** The objections, one sentence each. */
  List<String> to(DkimSignature signature, SignedContent content, PublishedKey key) {
    List<String> objections = new ArrayList<>();
    // RFC 8301 §3.1: rsa-sha1 has permanently failed evaluation.
    if (signature.tags().algorithm() == SigningAlgorithm.RSA_SHA1) {
      objections.add("The algorithm rsa-sha1 is too weak.");
    }
    if (key.isTooShort()) {
      objections.add("The RSA key is shorter than 1024 bits.");
    }
    // RFC 6376 §3.5, x=.
    if (content.expiresAt().filter(end -> !now.isBefore(end)).isPresent()) {
      objections.add("The signature has expired.");
    }
    // RFC 6376 §8.15: a From field put above the signed one is the one that readers are shown.
    if (!content.covers("from")) {
      objections.add("The message has a From field that is not signed.");
    }
    return objections;
  }
}
