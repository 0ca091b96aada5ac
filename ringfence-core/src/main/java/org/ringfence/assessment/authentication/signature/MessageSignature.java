package org.ringfence.assessment.authentication.signature;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ringfence.assessment.authentication.DomainName;
import org.ringfence.mail.Octets;

/**
 * The tags that a DKIM-Signature (RFC 6376 §3.5) and an ARC-Message-Signature (RFC 8617 §4.1.2)
 * have in common.
 *
 * @param algorithm a=
 * @param signature b=
 * @param bodyHash bh=
 * @param headerCanonicalization c=, before the slash
 * @param bodyCanonicalization c=, behind the slash
 * @param domain d=, the Signing Domain Identifier
 * @param selector s=
 * @param fieldNames h=, in lower case, as often as they are named
 * @param bodyLength l=, in octets of the canonical body
 * @param signedAt t=
 * @param expiresAt x=
 */
public record MessageSignature(
    SigningAlgorithm algorithm,
    Octets signature,
    Octets bodyHash,
    Canonicalization headerCanonicalization,
    Canonicalization bodyCanonicalization,
    DomainName domain,
    DomainName selector,
    List<String> fieldNames,
    OptionalLong bodyLength,
    Optional<Instant> signedAt,
    Optional<Instant> expiresAt) {
  public MessageSignature {
    fieldNames = List.copyOf(fieldNames);
  }

  /** Reads the tags; ask {@code tags} for a problem before the signature is used. */
  public static MessageSignature read(TagReader tags) {
    var signature =
        new MessageSignature(
            tags.algorithm(),
            tags.base64("b"),
            tags.base64("bh"),
            tags.canonicalization(0),
            tags.canonicalization(1),
            tags.domain("d"),
            tags.domain("s"),
            tags.fieldNames("h"),
            tags.length("l"),
            tags.instant("t"),
            tags.instant("x"));
    if (signature.domain.labels().size() < 2) {
      tags.complain("The tag \"d\" is no domain name.");
    }
    return signature;
  }

  /**
   * The signed fields, in the order signed.
   *
   * <p>RFC 6376 §5.4.2: of several fields with one name the bottommost is taken first; a name that
   * stands in h= more often than in the message adds nothing, and so forbids adding a field.
   */
  public List<RawField> signedFields(RawMessage message, RawField own) {
    Map<String, Deque<RawField>> byName = new HashMap<>();
    for (RawField field : message.fields()) {
      if (field.index() != own.index()) {
        byName.computeIfAbsent(field.key(), any -> new ArrayDeque<>()).push(field);
      }
    }
    List<RawField> signed = new ArrayList<>();
    for (String name : fieldNames) {
      RawField next = byName.getOrDefault(name, new ArrayDeque<>()).poll();
      if (next != null) {
        signed.add(next);
      }
    }
    return signed;
  }

  /** Whether {@code hash} is the one that was signed, over no less of the body than l= claims. */
  public boolean matches(BodyHash hash) {
    return hash.value().equals(bodyHash) && bodyLength.orElse(0) <= hash.length();
  }

  /** Whether the header of {@code message} was signed by {@code key} (RFC 6376 §3.7). */
  public boolean verifies(RawMessage message, RawField own, PublishedKey key) {
    return algorithm.verifies(key.key(), signedData(message, own), signature);
  }

  /** The octets of the header that are signed: the signed fields, then the signature's own. */
  public byte[] signedData(RawMessage message, RawField own) {
    var data = new ByteArrayOutputStream();
    for (RawField field : signedFields(message, own)) {
      data.writeBytes(headerCanonicalization.field(field));
    }
    data.writeBytes(ownData(own, headerCanonicalization));
    return data.toByteArray();
  }

  /** The signature field as it is signed: last, without its b= and without the final CRLF. */
  public static byte[] ownData(RawField own, Canonicalization canonicalization) {
    byte[] field = canonicalization.field(own.withoutTagValue("b"));
    return Arrays.copyOf(field, field.length - 2);
  }
}
