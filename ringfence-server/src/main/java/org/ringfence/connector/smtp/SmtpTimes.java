package org.ringfence.connector.smtp;

import java.time.Duration;

/**
 * How long the next host may take (RFC 5321 §4.5.3.2).
 *
 * @param connect to take the connection
 * @param command to greet, and to answer a command
 * @param dataStart to answer DATA
 * @param block to take a piece of the message
 * @param dataEnd to answer for the message; a host that is cut off here may have it, and gets it
 *     again
 */
public record SmtpTimes(
    Duration connect, Duration command, Duration dataStart, Duration block, Duration dataEnd) {
  public SmtpTimes {
    boolean positive =
        connect.isPositive()
            && command.isPositive()
            && dataStart.isPositive()
            && block.isPositive()
            && dataEnd.isPositive();
    if (!positive) {
      throw new IllegalArgumentException("The times of the next hop must be positive.");
    }
  }

  /** As the RFC has them; 30 seconds to connect. */
  public static SmtpTimes standard() {
    return new SmtpTimes(
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        Duration.ofMinutes(2),
        Duration.ofMinutes(3),
        Duration.ofMinutes(10));
  }
}
