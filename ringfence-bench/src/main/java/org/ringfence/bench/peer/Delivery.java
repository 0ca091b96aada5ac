package org.ringfence.bench.peer;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.ringfence.assessment.authentication.signature.RawField;
import org.ringfence.assessment.authentication.signature.RawMessage;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;
import org.ringfence.mail.SmtpClient;

/**
 * What an MTA tells a filter beside the mail.
 *
 * @param client the address of the host that hands it over
 * @param helo the name that host gives
 * @param mailFrom the envelope sender, empty for a bounce
 * @param rcptTo the envelope recipient
 */
public record Delivery(String client, String helo, String mailFrom, String rcptTo) {
  /** The client of all mails from files. */
  public static final String CLIENT = "198.51.100.7";

  private static final String HELO = "mx.sender.example";
  private static final String RCPT_TO = "reader@recipient.example";

  /**
   * One that fits a mail from a file: its envelope sender is the Return-Path, else the author; its
   * client is the one that {@link CorpusZone} lets send for everybody.
   */
  static Delivery ofFile(Octets mail) {
    RawMessage message = RawMessage.read(mail, Limits.standard());
    String sender = address(message, "Return-Path").or(() -> address(message, "From")).orElse("");
    return new Delivery(CLIENT, HELO, sender, RCPT_TO);
  }

  /** {@code mail} as a door hands it over. */
  Arrival of(Octets mail) {
    return new Arrival(
        Optional.of(new SmtpClient(InetAddress.ofLiteral(client), helo)),
        new Envelope(Optional.of(mailFrom), List.of(rcptTo)),
        mail,
        Optional.empty());
  }

  /** The domain of the last address in the first field called {@code name}. */
  static Optional<String> domain(RawMessage message, String name) {
    return address(message, name).map(address -> address.substring(address.indexOf('@') + 1));
  }

  /** Simple addresses alone: it does not matter here if an odd one is passed over. */
  private static Optional<String> address(RawMessage message, String name) {
    return message.all(name).stream().findFirst().map(RawField::body).flatMap(Delivery::lastWord);
  }

  private static Optional<String> lastWord(String body) {
    String last = body.substring(body.lastIndexOf('<') + 1).replace(">", "").strip();
    return last.matches("[!-~&&[^@\",;:\\\\]]+@[A-Za-z0-9.-]+")
        ? Optional.of(last)
        : Optional.empty();
  }
}
