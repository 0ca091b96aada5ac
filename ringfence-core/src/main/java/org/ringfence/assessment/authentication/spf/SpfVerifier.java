package org.ringfence.assessment.authentication.spf;

import java.util.List;
import org.ringfence.assessment.authentication.Method;
import org.ringfence.assessment.authentication.MethodResult;
import org.ringfence.assessment.authentication.Property;
import org.ringfence.assessment.authentication.dns.Resolver;

/**
 * Checks SPF (RFC 7208) for one delivery.
 *
 * <p>Never throws for what a client, a record or the DNS says: that is temperror or permerror with
 * a reason. Asks the resolver 123 times at the very most; how long that may take is the resolver's
 * to bound. Holds no state; may be shared between threads.
 */
public final class SpfVerifier {
  private final Resolver resolver;

  /** A verifier that asks {@code resolver}. */
  public SpfVerifier(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * The result for {@code query}, with the property smtp.mailfrom, or smtp.helo for a bounce.
   *
   * <p>The reason of a fail ends with the explanation of the domain, if it has one: a stranger's
   * words, in printable ASCII.
   */
  public MethodResult verify(SpfQuery query) {
    SpfOutcome outcome = check(query);
    String reason =
        outcome
            .explanation()
            .map(words -> outcome.reason() + " The domain explains: " + words)
            .orElse(outcome.reason());
    return new MethodResult(Method.SPF, outcome.code(), reason, List.of(identity(query)));
  }

  SpfOutcome check(SpfQuery query) {
    return new CheckHost(query, Sender.of(query), new Lookups(resolver)).run();
  }

  private static Property identity(SpfQuery query) {
    return query.mailFrom().isEmpty()
        ? new Property("smtp", "helo", query.helo())
        : new Property("smtp", "mailfrom", query.mailFrom());
  }
}
