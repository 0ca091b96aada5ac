package org.ringfence.connector.smtp;

import javax.net.ssl.SSLContext;

/**
 * The host that mail goes to next, such as the mail server's own port for mail that was looked at.
 *
 * @param protocol what it speaks
 * @param host its name or address
 * @param port its port
 * @param encryption whether it is spoken to under TLS
 * @param name what we call ourselves (RFC 5321 §4.1.1.1)
 */
public record NextHop(
    Protocol protocol, String host, int port, Encryption encryption, String name) {
  public NextHop {
    if (host.isEmpty() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("The next hop is a host and a port from 1 to 65535.");
    }
    if (name.isEmpty() || !name.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new IllegalArgumentException("The name for EHLO is printable ASCII without blanks.");
    }
  }

  /** What is spoken. */
  public enum Protocol {
    /** One reply for the message. */
    SMTP,
    /** A reply for each recipient (RFC 2033). */
    LMTP
  }

  /** Whether a connection is encrypted (RFC 3207). */
  public sealed interface Encryption {}

  /** Never: the host is this machine, or one beside it. */
  public record Never() implements Encryption {}

  /**
   * Where the host offers it, and whoever it is: against those who only listen (RFC 7435). A
   * handshake that fails is a connection that fails; it is not tried again in the clear.
   */
  public record Opportunistic() implements Encryption {}

  /**
   * Always, and the certificate must be the host's.
   *
   * @param trust knows which authorities are believed
   */
  public record Required(SSLContext trust) implements Encryption {}

  /**
   * Reads {@code HOST:PORT}, {@code smtp:HOST:PORT} or {@code lmtp:HOST:PORT}; an IPv6 address is
   * written in brackets.
   *
   * @throws IllegalArgumentException where it is none of these
   */
  public static NextHop of(String text, Encryption encryption, String name) {
    boolean lmtp = text.startsWith("lmtp:");
    String place = lmtp || text.startsWith("smtp:") ? text.substring(5) : text;
    int colon = place.lastIndexOf(':');
    String host = place.substring(0, Math.max(0, colon));
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return new NextHop(
        lmtp ? Protocol.LMTP : Protocol.SMTP,
        bracketed ? host.substring(1, host.length() - 1) : host,
        Integer.parseInt(place.substring(colon + 1)),
        encryption,
        name);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
