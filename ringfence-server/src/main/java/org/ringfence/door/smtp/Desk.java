package org.ringfence.door.smtp;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.ringfence.connector.smtp.NextHop.Protocol;
import org.ringfence.connector.smtp.SmtpConnector;
import org.ringfence.reception.Handover;
import org.ringfence.reception.Reception;
import org.ringfence.reception.Room;

/**
 * What all sessions of one door share.
 *
 * @param protocol what is spoken
 * @param settings how mail is taken
 * @param reception has messages judged
 * @param connector knows the next host
 * @param room what all messages may take together
 * @param clock tells when a message was received
 * @param closing whether the door closes
 */
record Desk(
    Protocol protocol,
    SmtpSettings settings,
    Reception reception,
    SmtpConnector connector,
    Room room,
    InstantSource clock,
    BooleanSupplier closing) {
  private static final Handover.Door SMTP_DOOR =
      new Handover.Door("smtp", Handover.Ability.ONE_ANSWER);
  private static final Handover.Door LMTP_DOOR = new Handover.Door("lmtp", Handover.Ability.EACH);

  Handover.Door door() {
    return switch (protocol) {
      case SMTP -> SMTP_DOOR;
      case LMTP -> LMTP_DOOR;
    };
  }

  Instant now() {
    return clock.instant();
  }

  boolean isClosing() {
    return closing.getAsBoolean();
  }

  Incoming incoming() {
    return new Incoming(settings.bounds().messageBytes(), room);
  }
}
