package org.ringfence.assessment.authentication.arc;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.ringfence.assessment.authentication.DomainName;
import org.ringfence.assessment.authentication.Method;
import org.ringfence.assessment.authentication.MethodResult;
import org.ringfence.assessment.authentication.dns.Resolver;
import org.ringfence.assessment.authentication.signature.BodyHashes;
import org.ringfence.assessment.authentication.signature.Canonicalization;
import org.ringfence.assessment.authentication.signature.KeyAnswer;
import org.ringfence.assessment.authentication.signature.KeySource;
import org.ringfence.assessment.authentication.signature.MessageSignature;
import org.ringfence.assessment.authentication.signature.PublishedKey;
import org.ringfence.assessment.authentication.signature.RawMessage;
import org.ringfence.assessment.authentication.signature.SigningAlgorithm;
import org.ringfence.assessment.authentication.signature.TagReader;

/**
 * Validates the ARC chain of a message (RFC 8617 §5.2).
 *
 * <p>Only the newest ARC-Message-Signature is checked: the ones before it are expected to break,
 * that is what ARC is for. Nothing in a message or in the DNS makes it throw; trouble of the DNS is
 * a FAIL with that reason, for RFC 8617 knows no other word. May be shared between threads.
 */
public final class ArcVerifier {
  private final KeySource keys;

  /**
   * @param resolver the DNS
   */
  public ArcVerifier(Resolver resolver) {
    this.keys = new KeySource(resolver);
  }

  /** Validates the chain of {@code message}. */
  public ArcResult verify(RawMessage message) {
    if (message.defect().isPresent()) {
      return result(ChainValidationStatus.FAIL, message.defect().get(), List.of());
    }
    ArcChain chain = ArcChain.of(message);
    if (chain.problem().isPresent()) {
      return result(ChainValidationStatus.FAIL, chain.problem().get(), List.of());
    }
    if (chain.sets().isEmpty()) {
      return result(ChainValidationStatus.NONE, "", List.of());
    }
    Optional<String> failure =
        statusFailure(chain.sets())
            .or(() -> signatureFailure(message, chain.sets().getLast()))
            .or(() -> sealFailure(chain.sets()));
    return failure
        .map(why -> result(ChainValidationStatus.FAIL, why, List.of()))
        .orElseGet(() -> result(ChainValidationStatus.PASS, "", chain.sets()));
  }

  private static ArcResult result(ChainValidationStatus status, String why, List<ArcSet> sets) {
    return new ArcResult(
        new MethodResult(Method.ARC, status.code(), why, List.of()),
        status,
        sets.stream().map(ArcSet::hop).toList());
  }

  /** RFC 8617 §5.2, steps 2 and 3.C: only the first set may find no chain before it. */
  private static Optional<String> statusFailure(List<ArcSet> sets) {
    for (ArcSet set : sets) {
      ChainValidationStatus expected =
          set.instance() == 1 ? ChainValidationStatus.NONE : ChainValidationStatus.PASS;
      if (set.seal().status() != expected) {
        return Optional.of("Seal " + set.instance() + " has the wrong chain validation status.");
      }
    }
    return Optional.empty();
  }

  /** RFC 8617 §5.2, step 4. */
  private Optional<String> signatureFailure(RawMessage message, ArcSet newest) {
    var tags = new TagReader(newest.signature().body());
    MessageSignature signature = MessageSignature.read(tags);
    // RFC 8617 §4.1.2: seals are made after signatures.
    if (signature.fieldNames().contains("arc-seal")) {
      tags.complain("It signs a seal.");
    }
    if (tags.problem().isPresent()) {
      return Optional.of("The message signature cannot be read. " + tags.problem().get());
    }
    if (!signature.matches(BodyHashes.of(message.body(), List.of(signature)).get(signature))) {
      return Optional.of("The body is not the one that was signed.");
    }
    KeyAnswer answer = usable(signature.domain(), signature.selector(), signature.algorithm());
    return switch (answer) {
      case KeyAnswer.Refused refused -> Optional.of(refused.reason());
      case KeyAnswer.Found(PublishedKey key) ->
          signature.verifies(message, newest.signature(), key)
              ? Optional.empty()
              : Optional.of("The header is not the one that was signed.");
    };
  }

  /** RFC 8617 §5.2, step 5: every seal signs all fields of the sets up to its own. */
  private Optional<String> sealFailure(List<ArcSet> sets) {
    var before = new ByteArrayOutputStream();
    for (ArcSet set : sets) {
      before.writeBytes(Canonicalization.RELAXED.field(set.results()));
      before.writeBytes(Canonicalization.RELAXED.field(set.signature()));
      var data = new ByteArrayOutputStream();
      data.writeBytes(before.toByteArray());
      data.writeBytes(MessageSignature.ownData(set.sealField(), Canonicalization.RELAXED));
      Optional<String> failure = sealFailure(set, data.toByteArray());
      if (failure.isPresent()) {
        return failure;
      }
      before.writeBytes(Canonicalization.RELAXED.field(set.sealField()));
    }
    return Optional.empty();
  }

  private Optional<String> sealFailure(ArcSet set, byte[] data) {
    ArcSeal seal = set.seal();
    return switch (usable(seal.domain(), seal.selector(), seal.algorithm())) {
      case KeyAnswer.Refused refused -> Optional.of(refused.reason());
      case KeyAnswer.Found(PublishedKey key) ->
          seal.algorithm().verifies(key.key(), data, seal.signature())
              ? Optional.empty()
              : Optional.of("Seal " + set.instance() + " does not match.");
    };
  }

  /** A key that RFC 8301 allows. */
  private KeyAnswer usable(DomainName domain, DomainName selector, SigningAlgorithm algorithm) {
    if (algorithm == SigningAlgorithm.RSA_SHA1) {
      return KeyAnswer.Refused.permanently("The algorithm rsa-sha1 is too weak.");
    }
    KeyAnswer answer = keys.find(domain, selector, algorithm);
    return answer instanceof KeyAnswer.Found(PublishedKey key) && key.isTooShort()
        ? KeyAnswer.Refused.permanently("The RSA key is shorter than 1024 bits.")
        : answer;
  }
}
