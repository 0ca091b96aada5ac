package org.ringfence.assessment.authentication.signature;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringfence.assessment.authentication.signature.KeyAnswer.Found;
import org.ringfence.assessment.authentication.signature.KeyAnswer.Refused;
import org.ringfence.mail.Octets;

/** Reads a key record (RFC 6376 §3.6.1). */
final class KeyRecord {
  private KeyRecord() {}

  static KeyAnswer read(TagReader tags, SigningAlgorithm algorithm) {
    return refusal(tags, algorithm)
        .<KeyAnswer>map(Refused::permanently)
        .orElseGet(() -> key(tags, algorithm));
  }

  private static Optional<String> refusal(TagReader tags, SigningAlgorithm algorithm) {
    if (tags.problem().isPresent()) {
      return Optional.of("The key record cannot be read. " + tags.problem().get());
    }
    if (!tags.optional("v").orElse("DKIM1").equals("DKIM1")) {
      return Optional.of("The key record is of an unknown version.");
    }
    if (!tags.optional("k").orElse("rsa").equalsIgnoreCase(algorithm.keyType())) {
      return Optional.of("The key is of another type than the signature.");
    }
    if (!allows(tags, "h", Set.of(algorithm.hash()))) {
      return Optional.of("The key does not allow the hash of the signature.");
    }
    if (!allows(tags, "s", Set.of("*", "email"))) {
      return Optional.of("The key is not for mail.");
    }
    return Optional.empty();
  }

  private static boolean allows(TagReader tags, String tag, Set<String> wanted) {
    return tags.optional(tag)
        .map(value -> words(value).stream().anyMatch(wanted::contains))
        .orElse(true);
  }

  private static Set<String> words(String value) {
    return List.of(value.split(":", -1)).stream()
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static KeyAnswer key(TagReader tags, SigningAlgorithm algorithm) {
    Optional<String> published = tags.optional("p");
    if (published.isEmpty()) {
      return Refused.permanently("The key record holds no key.");
    }
    if (published.get().isEmpty()) {
      return Refused.permanently("The key was revoked.");
    }
    Set<String> flags = words(tags.optional("t").orElse(""));
    Optional<Octets> octets = TagReader.decoded(published.get());
    return octets
        .flatMap(der -> PublicKeys.read(der, algorithm))
        .<KeyAnswer>map(key -> new Found(new PublishedKey(key, flags)))
        .orElse(Refused.permanently("The key cannot be read."));
  }
}
