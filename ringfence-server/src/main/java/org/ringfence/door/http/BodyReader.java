package org.ringfence.door.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.ringfence.mail.Deadline;
import org.ringfence.mail.Octets;
import org.ringfence.reception.Room;

/**
 * Reads a body within bounds of length, of time, and of the room that all bodies share.
 *
 * <p>Attack: a client that sends one byte now and then never runs into the time-out of an idle
 * connection; a few huge bodies at once take all memory. What is too long is read to its end all
 * the same, as long as time allows, and dropped: a client that is still sending sees no answer.
 */
final class BodyReader implements AutoCloseable {
  private static final int CHUNK = 16 << 10;

  private final Room room;
  private final Deadline deadline;
  private final Duration time;
  private final OpenBuffer body = new OpenBuffer();
  private Room.Size size = Room.Size.SMALL;

  /** Gives its octets away without a copy. */
  private static final class OpenBuffer extends ByteArrayOutputStream {
    Octets octets() {
      return Octets.of(buf).slice(0, count);
    }
  }

  /**
   * @param room what all bodies share
   * @param time the longest that the body may take
   * @param ticker elapsed time in nanoseconds
   */
  BodyReader(Room room, Duration time, LongSupplier ticker) {
    this.room = room;
    this.time = time;
    this.deadline = Deadline.in(time, ticker);
  }

  /**
   * The body.
   *
   * @param most octets that it may have
   * @throws Problem where it is longer, too slow, or there is no room for it
   */
  Octets read(InputStream stream, int most) {
    byte[] chunk = new byte[CHUNK];
    try {
      for (int got = stream.read(chunk); got >= 0; got = stream.read(chunk)) {
        if (deadline.isOver()) {
          throw Problem.bodyLate(time.toSeconds());
        }
        if (body.size() + got > most) {
          drain(stream, chunk);
          throw Problem.bodyTooLong(most);
        }
        grow(body.size() + got);
        body.write(chunk, 0, got);
      }
    } catch (IOException gone) {
      throw Problem.bodyLate(time.toSeconds());
    }
    return body.octets();
  }

  private void drain(InputStream stream, byte[] chunk) throws IOException {
    body.reset();
    while (!deadline.isOver() && stream.read(chunk) >= 0) {
      // What is read here is forgotten.
    }
  }

  private void grow(int octets) {
    Room.Size needed = Room.Size.of(octets);
    if (needed != size) {
      if (!room.take(needed)) {
        throw Problem.busy();
      }
      room.give(size);
      size = needed;
    }
  }

  /** Gives its room back; the body may not be used any more. */
  @Override
  public void close() {
    room.give(size);
    size = Room.Size.SMALL;
  }
}
