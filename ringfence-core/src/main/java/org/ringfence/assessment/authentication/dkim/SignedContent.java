package org.ringfence.assessment.authentication.dkim;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ringfence.assessment.authentication.signature.RawField;
import org.ringfence.assessment.authentication.signature.RawMessage;

/**
 * How much of a message a signature speaks for. What it leaves open, whoever re-sends the message
 * may have written.
 *
 * @param sdid the signing domain (d=)
 * @param auid for whom it signs (i=)
 * @param selector the name of the key (s=)
 * @param fieldNames the names in h=, in lower case, as often as they are named
 * @param presentFields how many fields of each name the message has
 * @param wholeBody whether no part of the body is left unsigned
 * @param signedAt when it was signed (t=), where it says so
 * @param expiresAt until when it is good (x=), where it says so
 */
public record SignedContent(
    String sdid,
    String auid,
    String selector,
    List<String> fieldNames,
    Map<String, Integer> presentFields,
    boolean wholeBody,
    Optional<Instant> signedAt,
    Optional<Instant> expiresAt) {
  public SignedContent {
    fieldNames = List.copyOf(fieldNames);
    presentFields = Map.copyOf(presentFields);
  }

  static SignedContent of(DkimSignature signature, RawMessage message, long bodyLength) {
    var tags = signature.tags();
    Set<String> names = new HashSet<>(tags.fieldNames());
    Map<String, Integer> present =
        message.fields().stream()
            .map(RawField::key)
            .filter(names::contains)
            .collect(Collectors.toMap(Function.identity(), any -> 1, Integer::sum));
    return new SignedContent(
        tags.domain().value(),
        signature.auid(),
        tags.selector().value(),
        tags.fieldNames(),
        present,
        tags.bodyLength().isEmpty() || tags.bodyLength().getAsLong() >= bodyLength,
        tags.signedAt(),
        tags.expiresAt());
  }

  /** Whether every field called {@code name} that the message has is signed, or its absence. */
  public boolean covers(String name) {
    return timesSigned(name) > 0 && timesSigned(name) >= timesPresent(name);
  }

  /** Whether one more field called {@code name} would break the signature (RFC 6376 §8.15). */
  public boolean closes(String name) {
    return timesSigned(name) > timesPresent(name);
  }

  private long timesSigned(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return fieldNames.stream().filter(key::equals).count();
  }

  private int timesPresent(String name) {
    return presentFields.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
  }
}
