package org.ringfence.assessment.authentication.dkim;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.ringfence.assessment.authentication.Method;
import org.ringfence.assessment.authentication.MethodResult;
import org.ringfence.assessment.authentication.Property;
import org.ringfence.assessment.authentication.ResultCode;
import org.ringfence.assessment.authentication.dkim.DkimSignature.Malformed;
import org.ringfence.assessment.authentication.dkim.DkimSignature.Reading;
import org.ringfence.assessment.authentication.dkim.DkimSignature.WellFormed;
import org.ringfence.assessment.authentication.dns.Resolver;
import org.ringfence.assessment.authentication.signature.BodyHash;
import org.ringfence.assessment.authentication.signature.BodyHashes;
import org.ringfence.assessment.authentication.signature.KeyAnswer;
import org.ringfence.assessment.authentication.signature.KeySource;
import org.ringfence.assessment.authentication.signature.MessageSignature;
import org.ringfence.assessment.authentication.signature.PublishedKey;
import org.ringfence.assessment.authentication.signature.RawField;
import org.ringfence.assessment.authentication.signature.RawMessage;

/**
 * Verifies the DKIM signatures of a message (RFC 6376 §6). The result words are those of RFC 8601
 * §2.7.1:
 *
 * <ul>
 *   <li>NONE: no signature;
 *   <li>PASS: the octets match the signature of a key that the domain publishes;
 *   <li>POLICY: they match, and yet it counts for nothing: expired, too weak (RFC 8301), or a From
 *       field stands beside the signed one;
 *   <li>FAIL: they do not match;
 *   <li>NEUTRAL: the signature cannot be read;
 *   <li>PERMERROR, TEMPERROR: no key, or not now.
 * </ul>
 *
 * <p>Nothing in a message or in the DNS makes it throw. May be shared between threads.
 */
public final class DkimVerifier {
  /** Nobody needs more; each costs a question to the DNS and a computation. */
  private static final int MAX_SIGNATURES = 10;

  private static final String FIELD = "DKIM-Signature";

  private final KeySource keys;
  private final InstantSource clock;

  /**
   * @param resolver the DNS
   * @param clock for x=
   */
  public DkimVerifier(Resolver resolver, InstantSource clock) {
    this.keys = new KeySource(resolver);
    this.clock = clock;
  }

  /** One result for each signature, topmost first; never empty. */
  public List<DkimResult> verify(RawMessage message) {
    if (message.defect().isPresent()) {
      return List.of(without(ResultCode.PERMERROR, message.defect().get()));
    }
    List<RawField> fields = message.all(FIELD);
    if (fields.isEmpty()) {
      return List.of(without(ResultCode.NONE, ""));
    }
    List<Reading> readings =
        fields.stream().limit(MAX_SIGNATURES).map(DkimSignature::read).toList();
    List<DkimResult> results = new ArrayList<>(verify(readings, message));
    if (fields.size() > MAX_SIGNATURES) {
      results.add(
          without(ResultCode.NEUTRAL, "Signatures beyond " + MAX_SIGNATURES + " are not checked."));
    }
    return List.copyOf(results);
  }

  private List<DkimResult> verify(List<Reading> readings, RawMessage message) {
    List<MessageSignature> signatures =
        readings.stream()
            .filter(WellFormed.class::isInstance)
            .map(reading -> ((WellFormed) reading).signature().tags())
            .toList();
    BodyHashes bodies = BodyHashes.of(message.body(), signatures);
    List<DkimResult> results = new ArrayList<>();
    for (Reading reading : readings) {
      results.add(
          switch (reading) {
            case Malformed malformed -> without(ResultCode.NEUTRAL, malformed.reason());
            case WellFormed(DkimSignature signature) ->
                verify(signature, message, bodies.get(signature.tags()));
          });
    }
    return results;
  }

  private DkimResult verify(DkimSignature signature, RawMessage message, BodyHash body) {
    MessageSignature tags = signature.tags();
    return switch (keys.find(tags.domain(), tags.selector(), tags.algorithm())) {
      case KeyAnswer.Refused refused -> unsigned(signature, refused.code(), refused.reason());
      case KeyAnswer.Found(PublishedKey key) -> verify(signature, message, body, key);
    };
  }

  private DkimResult verify(
      DkimSignature signature, RawMessage message, BodyHash body, PublishedKey key) {
    MessageSignature tags = signature.tags();
    // RFC 6376 §3.6.1: t=s forbids names below d=.
    if (key.flags().contains("s")
        && signature.auidDomain().filter(tags.domain()::equals).isEmpty()) {
      return unsigned(
          signature, ResultCode.PERMERROR, "The key does not sign for names below its domain.");
    }
    if (!tags.matches(body)) {
      return unsigned(signature, ResultCode.FAIL, "The body is not the one that was signed.");
    }
    if (!tags.verifies(message, signature.field(), key)) {
      return unsigned(signature, ResultCode.FAIL, "The header is not the one that was signed.");
    }
    return signed(signature, SignedContent.of(signature, message, body.length()), key);
  }

  private DkimResult signed(DkimSignature signature, SignedContent content, PublishedKey key) {
    List<String> objections = new Objections(clock.instant()).to(signature, content, key);
    ResultCode code = objections.isEmpty() ? ResultCode.PASS : ResultCode.POLICY;
    String reason = objections.isEmpty() ? remark(content, key) : String.join(" ", objections);
    return new DkimResult(result(signature, code, reason), Optional.of(content));
  }

  private static String remark(SignedContent content, PublishedKey key) {
    if (!content.wholeBody()) {
      // RFC 6376 §8.2: whatever stands behind l= octets may have been added by anyone.
      return "The end of the body is not signed.";
    }
    return key.flags().contains("y") ? "The signing domain is testing." : "";
  }

  private static DkimResult unsigned(DkimSignature signature, ResultCode code, String reason) {
    return new DkimResult(result(signature, code, reason), Optional.empty());
  }

  private static DkimResult without(ResultCode code, String reason) {
    return new DkimResult(new MethodResult(Method.DKIM, code, reason, List.of()), Optional.empty());
  }

  private static MethodResult result(DkimSignature signature, ResultCode code, String reason) {
    MessageSignature tags = signature.tags();
    String b = Base64.getEncoder().encodeToString(tags.signature().toByteArray());
    return new MethodResult(
        Method.DKIM,
        code,
        reason,
        List.of(
            new Property("header", "d", tags.domain().value()),
            new Property("header", "i", signature.auid()),
            new Property("header", "s", tags.selector().value()),
            new Property("header", "a", tags.algorithm().key()),
            // RFC 6008 §4: eight characters tell the signatures of a message apart.
            new Property("header", "b", b.substring(0, Math.min(8, b.length())))));
  }
}
