package org.ringfence.assessment.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ringfence.assessment.authentication.source.Authenticated;
import org.ringfence.assessment.path.DeliveryPath.Circumstance;
import org.ringfence.assessment.path.DeliveryPath.Kind;
import org.ringfence.knowledge.HostedMail;
import org.ringfence.knowledge.MailboxProviders;
import org.ringfence.mail.Admd;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Message;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * Reads by which road a message came.
 *
 * <p>What the door heard, what the site's own relays wrote and what authentication proved are
 * facts. All else in a header section may have been written by anybody, so a reason that rests on
 * it says "it says". That serves the site well enough: who passes mail on as the RFCs want it
 * leaves these traces, the fraudster's mailing list at a hosting service among them, and nobody
 * gains by inventing them.
 *
 * <p>No I/O, no clock; time and memory are linear in the header section, of which the limits of
 * parsing bound the size. Never throws. May be shared between threads.
 */
public final class DeliveryPathReader {
  private static final Set<String> ENTRY_PROPERTIES =
      Set.of("SUMMARY", "DESCRIPTION", "LOCATION", "ORGANIZER", "ATTENDEE");

  private final MailboxProviders providers;
  private final HostedMail hosted;
  private final Kinship kinship;
  private final List<Notice> notices;

  /**
   * @param providers where anybody can open a mailbox
   * @param hosted what services write whose customers pass mail on
   */
  public DeliveryPathReader(MailboxProviders providers, HostedMail hosted) {
    this.providers = providers;
    this.hosted = hosted;
    this.kinship = new Kinship(hosted);
    this.notices =
        List.of(
            new ListFields(kinship, hosted),
            new TenantHops(kinship, hosted),
            new RewrittenSender(hosted),
            new ResentFields(),
            new Addressees(),
            new SignatureAge(),
            new Origin(kinship));
  }

  /** The road of {@code message}, which was read from {@code arrival}. */
  public DeliveryPath read(
      Arrival arrival, Message message, Authenticated authenticated, Admd admd) {
    Handover handover = Handover.of(arrival, message, authenticated, admd, providers);
    List<Circumstance> noticed = notice(handover);
    return new DeliveryPath(
        new Roads(handover, noticed, kinship, hosted).road(), noticed, isForCalendar(message));
  }

  private List<Circumstance> notice(Handover handover) {
    List<Circumstance> noticed = new ArrayList<>();
    notices.forEach(notice -> noticed.addAll(notice.in(handover)));
    // A rewritten sender is a stranger's by nature; saying it twice helps nobody.
    if (noticed.stream().anyMatch(one -> one.kind() == Kind.REWRITTEN_ENVELOPE_SENDER)) {
      noticed.removeIf(one -> one.kind() == Kind.FOREIGN_ENVELOPE_SENDER);
    }
    return noticed;
  }

  /** An entry shows one of these properties (RFC 5545 §3.8); an address card shows none. */
  private static boolean isForCalendar(Message message) {
    return message.surfaces(SurfaceKind.CALENDAR).stream()
        .map(Surface::place)
        .map(place -> place.detail().substring(place.detail().lastIndexOf(' ') + 1))
        .anyMatch(ENTRY_PROPERTIES::contains);
  }
}
