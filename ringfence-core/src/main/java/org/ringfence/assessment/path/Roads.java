package org.ringfence.assessment.path;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ringfence.assessment.path.DeliveryPath.Circumstance;
import org.ringfence.assessment.path.DeliveryPath.Kind;
import org.ringfence.assessment.path.DeliveryPath.Road;
import org.ringfence.knowledge.HostedMail;
import org.ringfence.mail.Mailbox;

/**
 * What the circumstances of one message come down to.
 *
 * <p>A mark that somebody passed it on outweighs all else: who does so by the rules says it. Only a
 * message without such a mark can be replayed, and only where everything comes together: a
 * signature that holds and covers a To that is not the reader's, its age, and a hand-over by
 * somebody else.
 *
 * <p>Who wants to be taken for the site's own list writes its name into a field. So what a field
 * says is ours is believed only where the envelope agrees; otherwise the other marks decide.
 */
final class Roads {
  private final Handover handover;
  private final List<Circumstance> circumstances;
  private final Kinship kinship;
  private final HostedMail hosted;

  Roads(Handover handover, List<Circumstance> circumstances, Kinship kinship, HostedMail hosted) {
    this.handover = handover;
    this.circumstances = circumstances;
    this.kinship = kinship;
    this.hosted = hosted;
  }

  Road road() {
    return listed()
        .or(this::account)
        .or(this::marked)
        .or(this::replayed)
        .or(this::unmarked)
        .or(this::unknown)
        .orElseGet(Road.Direct::new);
  }

  private Optional<Road> listed() {
    return who(Kind.MAILING_LIST).flatMap(this::passedOnBy);
  }

  private Optional<Road> marked() {
    return Stream.of(Kind.FOREIGN_TENANT_HOP, Kind.REWRITTEN_ENVELOPE_SENDER, Kind.RESENT)
        .flatMap(kind -> who(kind).flatMap(this::passedOnBy).stream())
        .findFirst();
  }

  private Optional<Road> passedOnBy(String by) {
    Site site = handover.site();
    String domain = by.contains("@") ? Addresses.domain(by) : by;
    boolean ours =
        site.runs(by.toLowerCase(Locale.ROOT))
            || site.owns(domain)
            || (!by.contains("@") && site.hasListAt(domain));
    return !ours || isHandedOverFrom(domain)
        ? Optional.of(new Road.Redistributed(by, ours))
        : Optional.empty();
  }

  /** Whether the envelope sender is at {@code domain} or ours, and no forged one. */
  private boolean isHandedOverFrom(String domain) {
    Site site = handover.site();
    return handover.sender().isEmpty()
        || (handover.spfRefusal().isEmpty()
            && handover
                .sender()
                .map(EnvelopeSender::domain)
                .filter(
                    sender ->
                        site.owns(sender)
                            || site.hasListAt(sender)
                            || kinship.between(sender, domain))
                .isPresent());
  }

  /**
   * One addressee whose own host rewrote the envelope: a person who forwards, unless that host is a
   * tenant of his own, which is how lists for redistribution are kept.
   */
  private Optional<Road> account() {
    return who(Kind.REWRITTEN_ENVELOPE_SENDER)
        .flatMap(
            forwarder ->
                addressee(to -> kinship.between(to.domain(), forwarder)).map(Mailbox::address))
        .map(Road.ForwardedAccount::new);
  }

  /** The only addressee, where he is not of this site and no tenant of a hosting service. */
  private Optional<Mailbox> addressee(Predicate<Mailbox> condition) {
    List<Mailbox> named = handover.addressees();
    return named.size() == 1
        ? named.stream()
            .filter(to -> !handover.site().owns(to) && hosted.tenant(to.domain()).isEmpty())
            .filter(condition)
            .findFirst()
        : Optional.empty();
  }

  private Optional<Road> replayed() {
    boolean complete =
        isElsewhere() && isAddressedToStranger() && who(Kind.OLD_SIGNATURE).isPresent();
    return who(Kind.OLD_SIGNATURE)
        .filter(signer -> complete && signs(signer))
        .map(Road.Replayed::new);
  }

  private boolean signs(String signer) {
    return handover.signatures().stream()
        .anyMatch(signature -> signature.signer().equals(signer) && signature.coversTo());
  }

  /**
   * The author answers for a mail to somebody else that a stranger hands over, without a word of
   * how he came by it.
   */
  private Optional<Road> unmarked() {
    if (!handover.authorAnswers() || !isElsewhere() || !isAddressedToStranger()) {
      return Optional.empty();
    }
    // A plain forward leaves the envelope sender as it was (RFC 5321 §3.4.1).
    Optional<Road> forwarded =
        who(Kind.FOREIGN_CLIENT)
            .flatMap(any -> addressee(to -> true))
            .map(Mailbox::address)
            .map(Road.ForwardedAccount::new);
    return forwarded.or(
        () ->
            handover
                .sender()
                .map(EnvelopeSender::domain)
                .map(domain -> new Road.Redistributed(nameOf(domain), false)));
  }

  private String nameOf(String domain) {
    return handover.site().owns(domain) ? "somebody who writes as " + domain : domain;
  }

  private boolean isElsewhere() {
    return who(Kind.FOREIGN_ENVELOPE_SENDER).isPresent()
        || who(Kind.FOREIGN_CLIENT).isPresent()
        || who(Kind.REWRITTEN_ENVELOPE_SENDER).isPresent();
  }

  /** Nobody named at all is a blind copy, which newsletters are sent as. */
  private boolean isAddressedToStranger() {
    return who(Kind.NOT_ADDRESSED_TO_US).isPresent() && handover.site().isKnown();
  }

  private Optional<Road> unknown() {
    boolean nothing =
        circumstances.isEmpty()
            && handover.sender().isEmpty()
            && handover.message().header().first("Received").isEmpty();
    return nothing
        ? Optional.of(
            new Road.Unknown("It has no trace field, and nobody knows who handed it over."))
        : Optional.empty();
  }

  private Optional<String> who(Kind kind) {
    for (Circumstance one : circumstances) {
      if (one.kind() == kind && one.who().isPresent()) {
        return one.who();
      }
    }
    return Optional.empty();
  }
}
