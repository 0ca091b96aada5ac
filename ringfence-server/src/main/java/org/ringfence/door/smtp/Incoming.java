package org.ringfence.door.smtp;

import java.util.Arrays;
import org.ringfence.mail.Octets;
import org.ringfence.reception.Room;

/** A message as it comes in, kept up to a bound of its own and within the room that all share. */
final class Incoming implements AutoCloseable {
  private static final int BEGINNING = 1 << 13;

  private final int bound;
  private final Room room;
  private byte[] octets;
  private int length;
  private Room.Size size = Room.Size.SMALL;
  private boolean tooLarge;
  private boolean outOfRoom;

  Incoming(int bound, Room room) {
    this.bound = bound;
    this.room = room;
    this.octets = new byte[Math.min(BEGINNING, bound)];
  }

  /** Adds an octet; one that has no place is forgotten. */
  void add(byte octet) {
    if (length == octets.length && !grow()) {
      return;
    }
    octets[length++] = octet;
  }

  private boolean grow() {
    if (length >= bound) {
      tooLarge = true;
    }
    if (tooLarge || outOfRoom || !take(Room.Size.of(Math.min(bound, 2 * length)))) {
      return false;
    }
    octets = Arrays.copyOf(octets, Math.min(bound, 2 * length));
    return true;
  }

  private boolean take(Room.Size needed) {
    if (needed != size) {
      outOfRoom = !room.take(needed);
      if (!outOfRoom) {
        room.give(size);
        size = needed;
      }
    }
    return !outOfRoom;
  }

  /** Whether it is longer than a message may be. */
  boolean isTooLarge() {
    return tooLarge;
  }

  /** Whether it was not kept for want of room that others have. */
  boolean isOutOfRoom() {
    return outOfRoom;
  }

  /** The message. */
  Octets octets() {
    return Octets.of(octets).slice(0, length);
  }

  /** Gives its room back. */
  @Override
  public void close() {
    room.give(size);
    size = Room.Size.SMALL;
    octets = new byte[0];
    length = 0;
  }
}
