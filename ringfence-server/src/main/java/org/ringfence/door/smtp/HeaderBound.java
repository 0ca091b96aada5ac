package org.ringfence.door.smtp;

import org.ringfence.connector.smtp.Reply;
import org.ringfence.mail.Octets;

/**
 * Bounds the header section, of which everything is counted, kept and looked through.
 *
 * <p>Attack: a message of millions of fields of four octets each takes fifty times its size in
 * memory. Honest sections have less than two hundred lines and some ten thousand octets.
 */
final class HeaderBound {
  /** What a message beyond the bound is answered. */
  static final Reply REFUSAL = Reply.of(554, "5.6.0 The header section is too long");

  private static final int OCTETS = 1 << 20;
  private static final int LINES = 10_000;

  private HeaderBound() {}

  /** Whether the header section of {@code message}, up to the empty line, is within the bound. */
  static boolean holds(Octets message) {
    int at = 0;
    for (int lines = 0; at < message.length(); lines++) {
      if (lines > LINES || at > OCTETS) {
        return false;
      }
      if (message.at(at) == '\r') {
        return true;
      }
      at = message.indexOf((byte) '\n', at) + 1;
    }
    return true;
  }
}
