package org.ringfence.door.milter;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.ringfence.reception.Answer;
import org.ringfence.reception.Handover;
import org.ringfence.reception.Reception;
import org.ringfence.reception.Room;
import org.ringfence.reception.Waiting;

/**
 * What all sessions of one door share.
 *
 * @param reception has messages judged
 * @param bound octets of a message that are read
 * @param room what all messages may take together
 * @param clock tells when a message was received
 * @param closing whether the door closes
 */
record Desk(
    Reception reception, int bound, Room room, InstantSource clock, BooleanSupplier closing) {
  Transaction open(String mailFrom) {
    return new Transaction(mailFrom, bound, room);
  }

  Instant now() {
    return clock.instant();
  }

  boolean isClosing() {
    return closing.getAsBoolean();
  }

  Answer answer(Handover handover, boolean outOfRoom, Waiting waiting) throws IOException {
    return outOfRoom
        ? reception.refuse(handover, "Too many large messages were under way at once.")
        : reception.receive(handover, waiting);
  }
}
