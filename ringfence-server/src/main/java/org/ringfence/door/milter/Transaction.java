package org.ringfence.door.milter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Envelope;
import org.ringfence.mail.HeaderField;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Octets;
import org.ringfence.mail.SmtpClient;
import org.ringfence.reception.HeaderBound;
import org.ringfence.reception.Room;

/**
 * One message under way, put together again octet for octet: signatures are checked over it.
 *
 * <p>It is kept up to a bound of its own and within the room that all share. One octet beyond its
 * own bound is kept as well, so that the parser sees that there was more and says so. Where the
 * room is used up, the message is not whole and cannot be judged.
 */
final class Transaction implements AutoCloseable {
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final int MAX_RECIPIENTS = 10_000;

  private final String mailFrom;
  private final List<String> rcptTo = new ArrayList<>();
  private final List<HeaderField> fields = new ArrayList<>();
  private final OpenBuffer octets = new OpenBuffer();
  private final int bound;
  private final Room room;
  private int used;
  private Room.Size size = Room.Size.SMALL;
  private int headerOctets;
  private boolean inBody;
  private boolean tooManyRecipients;
  private boolean outOfRoom;

  /** Gives its octets away without a copy. */
  private static final class OpenBuffer extends ByteArrayOutputStream {
    Octets octets() {
      return Octets.of(buf).slice(0, count);
    }
  }

  /**
   * @param mailFrom the reverse-path as the client wrote it
   * @param bound octets of the message that are read
   * @param room what all messages share
   */
  Transaction(String mailFrom, int bound, Room room) {
    this.mailFrom = bare(mailFrom);
    this.bound = bound;
    this.room = room;
  }

  void recipient(String path) {
    tooManyRecipients |= rcptTo.size() == MAX_RECIPIENTS;
    if (!tooManyRecipients) {
      rcptTo.add(bare(path));
    }
  }

  /**
   * Adds a header field.
   *
   * @param leadingSpace whether {@code value} still has its white space in front
   */
  void field(Octets name, Octets value, boolean leadingSpace) {
    headerOctets += name.length() + value.length();
    if (isHeaderTooLong()) {
      return;
    }
    keep(name);
    keep(Octets.of(leadingSpace ? new byte[] {':'} : new byte[] {':', ' '}));
    keep(Octets.of(withReturns(value)));
    keep(Octets.of(LINE_END));
    if (take(name.length() + value.length())) {
      fields.add(
          new HeaderField(
              name.decode(StandardCharsets.ISO_8859_1).strip(),
              value
                  .decode(StandardCharsets.ISO_8859_1)
                  .replace("\r", "")
                  .replace("\n", "")
                  .strip()));
    }
  }

  /** Adds a piece of the body. */
  void body(Octets chunk) {
    if (!inBody) {
      inBody = true;
      keep(Octets.of(LINE_END));
    }
    keep(chunk);
  }

  /** Whether there is more of the header section than is kept. */
  boolean isHeaderTooLong() {
    return !HeaderBound.holds(fields.size(), headerOctets);
  }

  /** Whether all of the message is there, and everybody who is to get it is known. */
  boolean isWhole() {
    return !isFull() && !tooManyRecipients;
  }

  /** Whether more of the message would not be kept. */
  boolean isFull() {
    return outOfRoom || octets.size() > bound;
  }

  /** Whether too little of it was kept for want of room that others have. */
  boolean isOutOfRoom() {
    return outOfRoom;
  }

  /** The fields as the mail server counts them. */
  HeaderSection header() {
    return new HeaderSection(fields);
  }

  /** The message, whole. */
  Arrival arrival(Optional<SmtpClient> client, Instant at) {
    body(Octets.empty());
    return new Arrival(
        client, new Envelope(Optional.of(mailFrom), rcptTo), octets.octets(), Optional.of(at));
  }

  /** Gives its room back. */
  @Override
  public void close() {
    room.give(size);
    size = Room.Size.SMALL;
  }

  private void keep(Octets piece) {
    int length = Math.min(piece.length(), bound + 1 - octets.size());
    if (length > 0 && take(length)) {
      octets.writeBytes(piece.slice(0, length).toByteArray());
    }
  }

  private boolean take(int length) {
    used += length;
    Room.Size needed = Room.Size.of(used);
    if (!outOfRoom && needed != size) {
      outOfRoom = !room.take(needed);
      if (!outOfRoom) {
        room.give(size);
        size = needed;
      }
    }
    return !outOfRoom;
  }

  /** Mail servers end the lines of a folded field with LF; on the wire they ended with CR LF. */
  private static byte[] withReturns(Octets value) {
    var out = new ByteArrayOutputStream(value.length() + 16);
    for (int i = 0; i < value.length(); i++) {
      boolean bareLineEnd = value.at(i) == '\n' && (i == 0 || value.at(i - 1) != '\r');
      if (bareLineEnd) {
        out.write('\r');
      }
      out.write(value.at(i));
    }
    return out.toByteArray();
  }

  private static String bare(String path) {
    boolean bracketed = path.startsWith("<") && path.endsWith(">") && path.length() > 1;
    return bracketed ? path.substring(1, path.length() - 1) : path;
  }
}
