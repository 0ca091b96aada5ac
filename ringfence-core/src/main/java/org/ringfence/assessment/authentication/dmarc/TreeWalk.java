package org.ringfence.assessment.authentication.dmarc;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.assessment.authentication.DomainName;
import org.ringfence.assessment.authentication.dns.Answer;
import org.ringfence.assessment.authentication.dns.Resolver;

/** The DNS tree walks for one message (RFC 9989 §4.10); each name is asked for once. */
final class TreeWalk {
  /**
   * RFC 9989 §4.10, step 4: of a longer name no more labels are walked, so seven questions more.
   */
  private static final int MOST_LABELS = 7;

  private sealed interface Found {
    record Policy(PolicyRecord record) implements Found {}

    record Nothing() implements Found {}

    record Trouble(String reason) implements Found {}
  }

  private final Resolver resolver;
  private final Map<DomainName, Found> asked = new HashMap<>();

  TreeWalk(Resolver resolver) {
    this.resolver = resolver;
  }

  /** Walks from {@code start} towards the root. */
  Walk from(DomainName start) {
    var records = new LinkedHashMap<DomainName, PolicyRecord>();
    int labels = start.labels().size();
    while (labels > 0) {
      DomainName target = start.last(labels);
      switch (asked.computeIfAbsent(target, this::ask)) {
        case Found.Trouble(String reason) -> {
          return new Walk(start, records, Optional.of(reason));
        }
        case Found.Policy(PolicyRecord record) -> {
          records.put(target, record);
          // Step 2: a record that knows what it is ends the walk.
          if (record.publicSuffix() != PublicSuffix.UNKNOWN) {
            return new Walk(start, records, Optional.empty());
          }
        }
        case Found.Nothing() -> {}
      }
      labels = Math.min(labels - 1, MOST_LABELS);
    }
    return new Walk(start, records, Optional.empty());
  }

  private Found ask(DomainName domain) {
    Optional<DomainName> name = DomainName.of("_dmarc." + domain);
    if (name.isEmpty()) {
      return new Found.Nothing();
    }
    return switch (resolver.ask(name.get().value(), Resolver.Type.TXT)) {
      case Answer.Records records -> only(records.values());
      case Answer.NoData nothing -> new Found.Nothing();
      case Answer.NoSuchName nothing -> new Found.Nothing();
      case Answer.Trouble trouble -> new Found.Trouble(trouble.reason());
    };
  }

  /** Step 2: several DMARC records at one name are none. */
  private static Found only(List<String> texts) {
    List<PolicyRecord> records =
        texts.stream().map(PolicyRecord::read).flatMap(Optional::stream).toList();
    return records.size() == 1 ? new Found.Policy(records.getFirst()) : new Found.Nothing();
  }

  /** Whether the DNS knows {@code domain} (RFC 9989 §3.2.13, RFC 8020); empty on trouble. */
  Optional<Boolean> exists(DomainName domain) {
    return switch (resolver.ask(domain.value(), Resolver.Type.A)) {
      case Answer.Records records -> Optional.of(true);
      case Answer.NoData nothing -> Optional.of(true);
      case Answer.NoSuchName nothing -> Optional.of(false);
      case Answer.Trouble trouble -> Optional.empty();
    };
  }
}
