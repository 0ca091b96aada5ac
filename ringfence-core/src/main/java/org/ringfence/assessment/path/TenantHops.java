package org.ringfence.assessment.path;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringfence.assessment.authentication.source.ArcHandler;
import org.ringfence.assessment.path.DeliveryPath.Circumstance;
import org.ringfence.assessment.path.DeliveryPath.Kind;
import org.ringfence.knowledge.HostedMail;
import org.ringfence.mail.Mailbox;

/**
 * A customer of a hosted mail service, neither the author nor the site, through whom the message
 * went.
 *
 * <p>An envelope that shows him is enough. What Received, ARC and To say of him counts only where
 * the site's addresses are known and none of them is addressed: otherwise he may be the reader, or
 * a second name of the site's own service. A stranger among the addressees has passed nothing on
 * where the author's own host handed the message over.
 */
record TenantHops(Kinship kinship, HostedMail hosted) implements Notice {
  private static final int MOST_FIELDS = 50;
  private static final int MOST_TENANTS = 3;

  @Override
  public List<Circumstance> in(Handover handover) {
    List<Circumstance> hops = new ArrayList<>();
    envelope(handover).ifPresent(hops::add);
    if (handover.site().isKnown() && !isAddressedToUs(handover)) {
      sealed(handover).forEach(hops::add);
      received(handover).forEach(hops::add);
      addressed(handover).forEach(hops::add);
    }
    if (hops.isEmpty()) {
      return hops;
    }
    return hops.stream()
        .filter(hop -> isStranger(hop.who().orElse(""), handover))
        .collect(
            toMap(hop -> hop.who().orElse(""), identity(), (first, _) -> first, LinkedHashMap::new))
        .values()
        .stream()
        .limit(MOST_TENANTS)
        .toList();
  }

  private static boolean isAddressedToUs(Handover handover) {
    return handover.addressees().stream().anyMatch(handover.site()::owns);
  }

  private boolean isStranger(String domain, Handover handover) {
    Site site = handover.site();
    return !site.owns(domain)
        && !site.hasListAt(domain)
        && !kinship.between(domain, handover.authorDomain());
  }

  /**
   * A sender of his own that nobody rewrote may be the author, where the author does not answer.
   */
  private Optional<Circumstance> envelope(Handover handover) {
    return handover
        .sender()
        .filter(sender -> handover.authorAnswers() || sender.rewritingMark(hosted).isPresent())
        .flatMap(
            sender ->
                hosted
                    .tenant(sender.domain())
                    .map(tenant -> hop(sender.quoted() + ", at " + quoted(tenant), tenant)));
  }

  private Stream<Circumstance> received(Handover handover) {
    return handover.trace().claimed().stream()
        .flatMap(field -> Stream.of(Addresses.domain(field.forWhom()), field.by()))
        .flatMap(domain -> hosted.tenant(domain).stream())
        .distinct()
        .map(tenant -> hop("A Received field says that it came through " + quoted(tenant), tenant));
  }

  /** Where the chain is valid, the seal proves who says it, though not that it is true. */
  private Stream<Circumstance> sealed(Handover handover) {
    List<ArcHandler> handlers = handover.authenticated().arcHops();
    return handlers.isEmpty()
        ? handover.message().header().all("ARC-Authentication-Results").stream()
            .limit(MOST_FIELDS)
            .flatMap(field -> sealed("An ARC field", field.body()))
        : handlers.stream()
            .flatMap(
                handler ->
                    sealed(
                        "The ARC seal of " + quoted(handler.sealer()),
                        handler.authenticationResults()));
  }

  private Stream<Circumstance> sealed(String whoSays, String body) {
    return receivedFor(body)
        .map(domain -> hop(whoSays + " says that it was received for " + quoted(domain), domain));
  }

  private Stream<String> receivedFor(String body) {
    String words = body.toLowerCase(Locale.ROOT);
    return Stream.of(words.substring(0, Math.min(4_000, words.length())).split("[\\s;]+", -1))
        .filter(word -> word.indexOf('=') > 0)
        .filter(word -> hosted.recipientProperties().contains(word.substring(0, word.indexOf('='))))
        .map(word -> word.substring(word.indexOf('=') + 1))
        .filter(domain -> domain.indexOf('.') > 0);
  }

  private Stream<Circumstance> addressed(Handover handover) {
    if (!new Origin(kinship).isElsewhere(handover)) {
      return Stream.empty();
    }
    return handover.addressees().stream()
        .map(Mailbox::domain)
        .flatMap(domain -> hosted.tenant(domain).stream())
        .distinct()
        .map(tenant -> hop("It is addressed to an account at " + quoted(tenant), tenant));
  }

  private static Circumstance hop(String what, String tenant) {
    return new Circumstance(
        Kind.FOREIGN_TENANT_HOP,
        what + ", a customer of a hosted mail service.",
        Optional.of(tenant));
  }

  private static String quoted(String words) {
    return Addresses.quoted(words);
  }
}
