package org.ringfence.mail;

import java.util.List;
import java.util.Optional;

/**
 * What the SMTP client said before the message (RFC 5321 §2.3.1).
 *
 * @param rfc5321MailFrom the reverse-path; empty where the door knows none, as for a file
 * @param rcptTo the forward-paths, in the order given; empty where the door knows none
 */
public record Envelope(Optional<String> rfc5321MailFrom, List<String> rcptTo) {
  public Envelope {
    rcptTo = List.copyOf(rcptTo);
  }

  /** The envelope of a message that was found in a file. */
  public static Envelope unknown() {
    return new Envelope(Optional.empty(), List.of());
  }
}
