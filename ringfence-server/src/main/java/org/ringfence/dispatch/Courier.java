package org.ringfence.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.ringfence.connector.smtp.ClientFacts;
import org.ringfence.connector.smtp.MailPath;
import org.ringfence.connector.smtp.NextHopFailure;
import org.ringfence.connector.smtp.Reply;
import org.ringfence.connector.smtp.SmtpConnection;
import org.ringfence.connector.smtp.SmtpConnector;
import org.ringfence.custody.Custody;
import org.ringfence.custody.Custody.Kept;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.custody.Keep;
import org.ringfence.custody.KeptMail;
import org.ringfence.custody.Standing;
import org.ringfence.custody.Standing.Purpose;
import org.ringfence.effect.act.EditedMessage;
import org.ringfence.effect.act.HeaderEdit;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Octets;

/** Takes one mail to the next host and says how it stands then. May be shared between threads. */
final class Courier {
  private static final String RELEASED = "X-Ringfence-Released";

  private final Custody custody;
  private final SmtpConnector connector;
  private final DispatchSettings settings;
  private final InstantSource clock;

  Courier(
      Custody custody, SmtpConnector connector, DispatchSettings settings, InstantSource clock) {
    this.custody = custody;
    this.connector = connector;
    this.settings = settings;
    this.clock = clock;
  }

  /** Sends a mail that was claimed, and returns its new standing. */
  Standing send(Kept kept, Standing.Sending claim) {
    try {
      return custody
          .mail(kept.entry().id())
          .map(mail -> send(kept, claim, mail))
          .orElseGet(() -> new Standing.Refused("The mail is not kept any more."));
    } catch (CustodyFailure failure) {
      return later(claim, String.valueOf(failure.getMessage()));
    }
  }

  private Standing send(Kept kept, Standing.Sending claim, KeptMail mail) {
    try (SmtpConnection connection = connector.open()) {
      return standing(claim, reply(connection, claim, mail.arrival(), octets(kept, claim, mail)));
    } catch (NextHopFailure failure) {
      return standing(claim, failure);
    }
  }

  /** The mail with the edits that were decided when it came in. */
  private static Octets octets(Kept kept, Standing.Sending claim, KeptMail mail) {
    MessageEdits edits =
        mail.keeps().stream()
            .filter(keep -> keep.recipient().equals(kept.recipient()))
            .map(Keep::edits)
            .findFirst()
            .orElseGet(MessageEdits::none);
    HeaderEdit.Add released = new HeaderEdit.Add(RELEASED, kept.entry().id().text());
    return EditedMessage.of(
        mail.arrival().octets(),
        claim.purpose() == Purpose.RELEASE ? edits.with(List.of(released)) : edits);
  }

  private static Reply reply(
      SmtpConnection connection, Standing.Sending claim, Arrival arrival, Octets octets)
      throws NextHopFailure {
    connection.client(arrival.client().map(ClientFacts::of).orElseGet(ClientFacts::none));
    String from = arrival.envelope().rfc5321MailFrom().orElse("");
    List<Reply> envelope =
        connection.envelope(
            new MailPath(from, parameters(connection, from + claim.to(), octets)),
            List.of(MailPath.of(claim.to())));
    for (Reply reply : envelope) {
      if (!reply.isPositive()) {
        return reply;
      }
    }
    return connection.content(octets, 1).getFirst();
  }

  private static List<String> parameters(
      SmtpConnection connection, String addresses, Octets octets) {
    List<String> parameters = new ArrayList<>();
    if (connection.extensions().has("8BITMIME") && !isAscii(octets)) {
      parameters.add("BODY=8BITMIME");
    }
    if (connection.extensions().has("SMTPUTF8") && !addresses.chars().allMatch(c -> c < 128)) {
      parameters.add("SMTPUTF8");
    }
    return parameters;
  }

  private static boolean isAscii(Octets octets) {
    for (int i = 0; i < octets.length(); i++) {
      if (octets.at(i) < 0) {
        return false;
      }
    }
    return true;
  }

  private Standing standing(Standing.Sending claim, Reply reply) {
    if (reply.isPositive()) {
      return new Standing.Sent(now());
    }
    return reply.isPermanent()
        ? new Standing.Refused(reply.toString())
        : later(claim, reply.toString());
  }

  /** What may have arrived leaves the quarantine no second time by itself. */
  private Standing standing(Standing.Sending claim, NextHopFailure failure) {
    boolean perhaps = failure.kind() == NextHopFailure.Kind.PERHAPS_TAKEN;
    return perhaps && claim.purpose() == Purpose.RELEASE
        ? new Standing.Refused(
            "The next host went away before it said whether it has the mail. See whether it"
                + " arrived before you release it again.")
        : later(claim, String.valueOf(failure.getMessage()));
  }

  private Standing later(Standing.Sending claim, String why) {
    int attempts = claim.attempts();
    return settings.isEnough(attempts)
        ? new Standing.Refused("Given up after " + attempts + " tries: " + why)
        : new Standing.Waiting(
            claim.to(), claim.purpose(), now().plus(settings.waitAfter(attempts)), attempts);
  }

  private Instant now() {
    return clock.instant();
  }
}
