package org.ringfence.door.smtp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringfence.connector.smtp.ClientFacts;
import org.ringfence.connector.smtp.MailPath;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.Octets;
import org.ringfence.mail.SmtpClient;

/** One mail: from whom, for whom, and on whose behalf. */
final class Transaction {
  private final MailPath from;
  private final ClientFacts facts;
  private final Optional<SmtpClient> client;
  private final List<MailPath> to = new ArrayList<>();

  /**
   * @param from the reverse-path as the next host was told
   * @param facts what the next host was told about the client
   * @param client the client, where the door knows it
   */
  Transaction(MailPath from, ClientFacts facts, Optional<SmtpClient> client) {
    this.from = from;
    this.facts = facts;
    this.client = client;
  }

  /** Adds a recipient whom the next host has accepted. */
  void add(MailPath recipient) {
    to.add(recipient);
  }

  /** The recipients, in the order in which they were accepted. */
  List<MailPath> to() {
    return List.copyOf(to);
  }

  /** Whether addresses may hold more than ASCII. */
  boolean isUtf8() {
    return Parameters.isUtf8(from);
  }

  /** The name by which the mail server in front knows the mail; empty where it did not say. */
  String id() {
    return facts.known("IDENT");
  }

  /** The mail for us. */
  Arrival arrival(Octets octets, Instant at) {
    List<String> addresses = to.stream().map(MailPath::address).toList();
    return new Arrival(
        client, new Envelope(Optional.of(from.address()), addresses), octets, Optional.of(at));
  }

  /** The mail for the next host, for some of its recipients. */
  Onward.Mail onward(List<MailPath> recipients, Octets octets) {
    return new Onward.Mail(from, recipients, facts, octets);
  }
}
