package org.ringfence.door.smtp;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.ringfence.mail.IpNetwork;
import org.ringfence.mail.Limits;

/**
 * How mail is taken by SMTP and LMTP.
 *
 * @param name what the door calls itself, in its greeting (RFC 5321 §4.2)
 * @param bounds how much is taken
 * @param times how long it may take
 * @param trusted the mail servers that are believed what they tell about their clients, by XFORWARD
 *     and XCLIENT
 * @param tls with which certificate STARTTLS is offered; empty where it is not
 */
public record SmtpSettings(
    String name, Bounds bounds, Times times, List<IpNetwork> trusted, Optional<SSLContext> tls) {
  public SmtpSettings {
    trusted = List.copyOf(trusted);
    if (name.isEmpty() || !name.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new IllegalArgumentException("The name of the door is printable ASCII without blanks.");
    }
  }

  /**
   * How much is taken.
   *
   * @param connections how many mail servers at once; a further one waits to be accepted
   * @param messageBytes octets of a message; a longer one is refused
   * @param roomBytes octets of all large messages under way together; one that finds no place is
   *     put off
   * @param lineOctets octets of a line of a message. RFC 5321 §4.5.3.1.6 has 998; much honest mail
   *     has longer lines, and goes through if the next host lets it
   * @param recipients of one message; further ones are put off (RFC 5321 §4.5.3.1.10)
   * @param errors how many mistakes of one client end its connection
   */
  public record Bounds(
      int connections,
      int messageBytes,
      int roomBytes,
      int lineOctets,
      int recipients,
      int errors) {
    public Bounds {
      if (connections < 1 || messageBytes < 1 || roomBytes < 1) {
        throw new IllegalArgumentException("The bounds of the door must be positive.");
      }
      if (lineOctets < 998 || recipients < 100 || errors < 1) {
        throw new IllegalArgumentException(
            "A line has 998 octets at least, a message 100 recipients, a client one mistake.");
      }
    }

    /**
     * 500 connections, 128 MiB for all large messages, lines of 64 KiB, 1,000 recipients, 20
     * mistakes.
     */
    public static Bounds standard() {
      return new Bounds(500, Limits.standard().messageBytes(), 128 << 20, 1 << 16, 1_000, 20);
    }
  }

  /**
   * How long it may take.
   *
   * @param command the longest wait for a whole command (RFC 5321 §4.5.3.2.7)
   * @param message the longest time from DATA to the end of the message
   * @param drain how long messages under way may take when the door is closed
   */
  public record Times(Duration command, Duration message, Duration drain) {
    public Times {
      if (!command.isPositive() || !message.isPositive() || !drain.isPositive()) {
        throw new IllegalArgumentException("The times of the door must be positive.");
      }
    }

    /** Five minutes, ten minutes, 30 seconds. */
    public static Times standard() {
      return new Times(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofSeconds(30));
    }
  }

  /** The standard bounds and times, trust in this machine alone, and no TLS. */
  public static SmtpSettings standard(String name) {
    return new SmtpSettings(
        name,
        Bounds.standard(),
        Times.standard(),
        List.of(IpNetwork.of("127.0.0.0/8"), IpNetwork.of("::1")),
        Optional.empty());
  }

  boolean trusts(InetAddress peer) {
    return trusted.stream().anyMatch(network -> network.contains(peer));
  }
}
