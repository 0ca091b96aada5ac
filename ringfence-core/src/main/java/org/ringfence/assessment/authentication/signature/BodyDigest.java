package org.ringfence.assessment.authentication.signature;

import java.security.MessageDigest;
import org.ringfence.mail.Octets;

/** The hash of the first octets of a canonical body. */
final class BodyDigest {
  private final MessageDigest digest;
  private final long limit;
  private long seen;

  BodyDigest(MessageDigest digest, long limit) {
    this.digest = digest;
    this.limit = limit;
  }

  void update(byte[] octets, int count) {
    long room = Math.max(0, limit - seen);
    digest.update(octets, 0, (int) Math.min(room, count));
    seen += count;
  }

  BodyHash end() {
    return new BodyHash(Octets.of(digest.digest()), seen);
  }
}
