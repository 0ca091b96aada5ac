package org.ringfence.store;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.Octets;

/**
 * What tells a mail that comes again from another.
 *
 * @param digest of the octets
 * @param whole of sender, recipients and octets
 */
record Fingerprint(Octets digest, Octets whole) {
  static Fingerprint of(Arrival arrival) {
    byte[] digest = Sealing.sha256(arrival.octets().toByteArray());
    Envelope envelope = arrival.envelope();
    // No address holds a line end; a forged one could only make two of a sender's own mails one.
    String addresses =
        envelope.rfc5321MailFrom().orElse("?")
            + "\n"
            + envelope.rcptTo().stream().sorted().collect(Collectors.joining("\n"));
    return new Fingerprint(
        Octets.of(digest),
        Octets.of(Sealing.sha256(addresses.getBytes(StandardCharsets.UTF_8), digest)));
  }
}
