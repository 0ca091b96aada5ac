package org.ringfence.assessment.authentication.signature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringfence.mail.Octets;

/** The hashes of one body that some signatures need, each computed once. */
public final class BodyHashes {
  private record Kind(Canonicalization canonicalization, String hash, long limit) {
    static Kind of(MessageSignature signature) {
      return new Kind(
          signature.bodyCanonicalization(),
          signature.algorithm().hash(),
          signature.bodyLength().orElse(Long.MAX_VALUE));
    }
  }

  private final Map<Kind, BodyHash> hashes = new HashMap<>();

  private BodyHashes() {}

  /** Hashes {@code body} for {@code signatures}: one pass for each canonicalization. */
  public static BodyHashes of(Octets body, List<MessageSignature> signatures) {
    var result = new BodyHashes();
    for (Canonicalization canonicalization : Canonicalization.values()) {
      Map<Kind, BodyDigest> digests = new HashMap<>();
      for (MessageSignature signature : signatures) {
        Kind kind = Kind.of(signature);
        if (kind.canonicalization() == canonicalization) {
          digests.computeIfAbsent(
              kind, any -> new BodyDigest(signature.algorithm().newDigest(), kind.limit()));
        }
      }
      if (!digests.isEmpty()) {
        new BodyCanonicalizer(canonicalization, new ArrayList<>(digests.values())).read(body);
        digests.forEach((kind, digest) -> result.hashes.put(kind, digest.end()));
      }
    }
    return result;
  }

  /** The hash for one of the signatures. */
  public BodyHash get(MessageSignature signature) {
    BodyHash hash = hashes.get(Kind.of(signature));
    if (hash == null) {
      throw new IllegalArgumentException("The body was not hashed for this signature.");
    }
    return hash;
  }
}
