package org.ringfence.assessment.authentication.signature;

import java.util.List;
import java.util.Optional;
import org.ringfence.assessment.authentication.DomainName;
import org.ringfence.assessment.authentication.ResultCode;
import org.ringfence.assessment.authentication.dns.Answer;
import org.ringfence.assessment.authentication.dns.Resolver;

/** Fetches the keys of signers from the DNS (RFC 6376 §3.6.2). */
public final class KeySource {
  private static final KeyAnswer NONE =
      KeyAnswer.Refused.permanently("The signing domain publishes no such key.");

  private final Resolver resolver;

  /**
   * @param resolver the DNS
   */
  public KeySource(Resolver resolver) {
    this.resolver = resolver;
  }

  /** The key of {@code selector} at {@code domain}, fit for {@code algorithm}. */
  public KeyAnswer find(DomainName domain, DomainName selector, SigningAlgorithm algorithm) {
    Optional<DomainName> name = DomainName.of(selector + "._domainkey." + domain);
    if (name.isEmpty()) {
      return NONE;
    }
    return switch (resolver.ask(name.get().value(), Resolver.Type.TXT)) {
      case Answer.Records records -> first(records.values(), algorithm);
      case Answer.NoData nothing -> NONE;
      case Answer.NoSuchName nothing -> NONE;
      case Answer.Trouble trouble -> new KeyAnswer.Refused(ResultCode.TEMPERROR, trouble.reason());
    };
  }

  /**
   * RFC 6376 §3.6.2.2: with several records anything may happen. We take the first that is a key
   * record; others, such as SPF at a wildcard, do not hide it.
   */
  private static KeyAnswer first(List<String> records, SigningAlgorithm algorithm) {
    for (String text : records) {
      TagReader tags = new TagReader(text);
      if (records.size() == 1 || (tags.problem().isEmpty() && tags.optional("p").isPresent())) {
        return KeyRecord.read(tags, algorithm);
      }
    }
    return NONE;
  }
}
