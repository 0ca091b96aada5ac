package org.ringfence.reception;

import org.ringfence.effect.act.SmtpReply;
import org.ringfence.mail.Octets;

/**
 * Bounds the header section, of which everything is counted, kept and looked through.
 *
 * <p>Attack: a message of millions of fields of four octets each takes fifty times its size in
 * memory. Honest sections have less than two hundred lines and some ten thousand octets.
 */
public final class HeaderBound {
  /** What a message beyond the bound is answered. */
  public static final SmtpReply REFUSAL =
      new SmtpReply(554, "5.6.0", "The header section is too long");

  private static final int OCTETS = 1 << 20;
  private static final int LINES = 10_000;

  private HeaderBound() {}

  /** Whether the header section of {@code message}, up to the empty line, is within the bound. */
  public static boolean holds(Octets message) {
    int at = 0;
    for (int lines = 0; at < message.length(); lines++) {
      if (!holds(lines, at)) {
        return false;
      }
      if (message.at(at) == '\r') {
        return true;
      }
      at = message.indexOf((byte) '\n', at) + 1;
    }
    return true;
  }

  /** Whether a header section of so many lines and octets is within the bound. */
  public static boolean holds(int lines, int octets) {
    return lines <= LINES && octets <= OCTETS;
  }
}
