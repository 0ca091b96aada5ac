package org.ringfence.door.smtp;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringfence.connector.smtp.ClientFacts;
import org.ringfence.connector.smtp.Reply;
import org.ringfence.mail.SmtpClient;

/**
 * What a mail server has told about its clients, by XCLIENT for the session and by XFORWARD for one
 * mail. Attack: a stranger tells that his mail came from an address that the sender's domain
 * allows.
 */
final class Told {
  private final InetAddress peer;
  private final boolean trusted;
  private ClientFacts session = ClientFacts.none();
  private ClientFacts mail = ClientFacts.none();

  /**
   * @param trusted whether the peer is believed
   */
  Told(InetAddress peer, boolean trusted) {
    this.peer = peer;
    this.trusted = trusted;
  }

  /** Takes XFORWARD; the refusal where it cannot. */
  Optional<Reply> forward(String arguments) {
    return refusal(mail.with(arguments, ClientFacts.XFORWARD), facts -> mail = facts);
  }

  /** Takes XCLIENT; the refusal where it cannot. */
  Optional<Reply> client(String arguments) {
    return refusal(session.with(arguments, ClientFacts.XCLIENT), facts -> session = facts);
  }

  private Optional<Reply> refusal(Optional<ClientFacts> facts, Consumer<ClientFacts> keep) {
    if (!trusted) {
      return Optional.of(Reply.of(550, "5.7.0 This is not for you to tell"));
    }
    facts.ifPresent(keep);
    return facts.isPresent() ? Optional.empty() : Optional.of(Reply.of(501, "5.5.4 Bad arguments"));
  }

  /**
   * What is known about the client. Of a trusted mail server's it is what that tells; it itself
   * wrote nothing. Whoever else comes is the client.
   */
  ClientFacts facts(String helo) {
    if (!mail.attributes().isEmpty()) {
      return mail;
    }
    return trusted ? session : ClientFacts.of(new SmtpClient(peer, helo));
  }

  /** The mail is over. */
  void forgetMail() {
    mail = ClientFacts.none();
  }

  /** The session begins anew. */
  void forget() {
    forgetMail();
    session = ClientFacts.none();
  }
}
