package org.ringfence.assessment.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringfence.assessment.authentication.Method;
import org.ringfence.assessment.authentication.MethodResult;
import org.ringfence.assessment.authentication.ResultCode;
import org.ringfence.assessment.authentication.source.Authenticated;
import org.ringfence.assessment.authentication.source.AuthorIdentity;
import org.ringfence.knowledge.MailboxProviders;
import org.ringfence.mail.Admd;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Mailbox;
import org.ringfence.mail.Message;

/**
 * All that bears on the road of one message, read once.
 *
 * @param message the message
 * @param authenticated which domains answer for it
 * @param site whose addresses are the site's
 * @param sender the envelope sender, where anybody knows it
 * @param trace the Received fields
 * @param signatures the signatures that hold
 */
record Handover(
    Message message,
    Authenticated authenticated,
    Site site,
    Optional<EnvelopeSender> sender,
    Trace trace,
    List<HeldSignature> signatures) {

  static Handover of(
      Arrival arrival,
      Message message,
      Authenticated authenticated,
      Admd admd,
      MailboxProviders providers) {
    return new Handover(
        message,
        authenticated,
        Site.of(admd, arrival, providers),
        EnvelopeSender.of(arrival, message, authenticated),
        Trace.of(arrival, message, admd.boundary().ownReceived()),
        HeldSignature.of(authenticated, message.header()));
  }

  /** The domain of the first author, in lower case; empty where there is none. */
  String authorDomain() {
    return author().map(Mailbox::domain).orElse("");
  }

  Optional<Mailbox> author() {
    for (Mailbox mailbox : message.addressing().rfc5322From()) {
      if (mailbox.address().contains("@")) {
        return Optional.of(mailbox);
      }
    }
    return Optional.empty();
  }

  /** The addresses in To and Cc. */
  List<Mailbox> addressees() {
    List<Mailbox> named = new ArrayList<>(message.addressing().to());
    named.addAll(message.addressing().cc());
    named.removeIf(mailbox -> !mailbox.address().contains("@"));
    return named;
  }

  /** Whether the author's domain answers for the message. */
  boolean authorAnswers() {
    return authenticated.author() instanceof AuthorIdentity.Authenticated;
  }

  /** The domains whose signatures hold, and the author's. */
  Stream<String> senders() {
    return Stream.concat(Stream.of(authorDomain()), signatures.stream().map(HeldSignature::signer));
  }

  /** The SPF result, where the domain that was checked did not name the client. */
  Optional<MethodResult> spfRefusal() {
    return authenticated
        .first(Method.SPF)
        .filter(spf -> spf.code() == ResultCode.FAIL || spf.code() == ResultCode.SOFTFAIL);
  }
}
