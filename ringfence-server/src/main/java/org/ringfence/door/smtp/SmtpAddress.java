package org.ringfence.door.smtp;

import org.ringfence.connector.smtp.NextHop.Protocol;

/**
 * Where the door listens, and what it speaks there.
 *
 * @param protocol what it speaks
 * @param host its name or address
 * @param port 0 for one that the system chooses
 */
public record SmtpAddress(Protocol protocol, String host, int port) {
  public SmtpAddress {
    if (host.isEmpty() || port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port is a number from 0 to 65535.");
    }
  }

  /**
   * Reads {@code HOST:PORT}, {@code smtp:HOST:PORT} or {@code lmtp:HOST:PORT}; an IPv6 address is
   * written in brackets.
   *
   * @throws IllegalArgumentException where it is none of these
   */
  public static SmtpAddress of(String text) {
    boolean lmtp = text.startsWith("lmtp:");
    String place = lmtp || text.startsWith("smtp:") ? text.substring(5) : text;
    int colon = place.lastIndexOf(':');
    String host = place.substring(0, Math.max(0, colon));
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return new SmtpAddress(
        lmtp ? Protocol.LMTP : Protocol.SMTP,
        bracketed ? host.substring(1, host.length() - 1) : host,
        Integer.parseInt(place.substring(colon + 1)));
  }
}
