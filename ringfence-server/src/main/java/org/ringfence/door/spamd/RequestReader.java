package org.ringfence.door.spamd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.ringfence.mail.Octets;
import org.ringfence.reception.Room;

/**
 * Reads a request within bounds.
 *
 * <p>Attacks: a head without an end; a length that is announced and never sent, which nothing is
 * allocated for; a few kilobytes that zlib unpacks to gigabytes.
 */
final class RequestReader implements AutoCloseable {
  private static final int HEAD_BYTES = 64 << 10;
  private static final int CHUNK = 16 << 10;

  private final InputStream in;
  private final int bound;
  private final Room room;
  private Room.Size size = Room.Size.SMALL;

  /** Gives its octets away without a copy. */
  private static final class OpenBuffer extends ByteArrayOutputStream {
    Octets octets() {
      return Octets.of(buf).slice(0, count);
    }
  }

  /**
   * @param bound octets that a message may have
   * @param room what all messages share
   */
  RequestReader(InputStream in, int bound, Room room) {
    this.in = in;
    this.bound = bound;
    this.room = room;
  }

  /** The head; empty where the client went without a word. */
  Optional<Head> head() throws IOException {
    List<String> lines = new ArrayList<>();
    int left = HEAD_BYTES;
    for (String line = line(left); line != null && !line.isEmpty(); line = line(left)) {
      lines.add(line);
      left -= line.length() + 1;
      if (left <= 0) {
        throw Refusal.protocol("(the head is too long)");
      }
      if (isWhole(lines)) {
        break;
      }
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(Head.of(lines));
  }

  /** PING and SKIP may come without an empty line, from clients that then wait. */
  private static boolean isWhole(List<String> lines) {
    String first = lines.getFirst();
    return lines.size() == 1 && (first.startsWith("PING ") || first.startsWith("SKIP "));
  }

  private @Nullable String line(int most) throws IOException {
    var line = new ByteArrayOutputStream();
    int octet = in.read();
    while (octet >= 0 && octet != '\n') {
      if (line.size() >= most) {
        throw Refusal.protocol("(the head is too long)");
      }
      line.write(octet);
      octet = in.read();
    }
    if (octet < 0 && line.size() == 0) {
      return null;
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** The message. */
  Octets body(Head head) throws IOException {
    OptionalInt length = head.length();
    boolean compressed = head.isCompressed();
    if (compressed && length.isEmpty()) {
      throw Refusal.unavailable("Compress requires Content-length header");
    }
    if (length.isPresent() && length.getAsInt() > bound) {
      throw tooLong();
    }
    Octets body = read(length);
    return compressed ? inflated(body) : body;
  }

  private Octets read(OptionalInt length) throws IOException {
    OpenBuffer body = new OpenBuffer();
    byte[] chunk = new byte[CHUNK];
    int left = length.orElse(bound + 1);
    for (int got = next(chunk, left); got > 0; got = next(chunk, left)) {
      add(body, chunk, got);
      left -= got;
    }
    if (length.isPresent() && left > 0) {
      throw Refusal.protocol("(Content-length mismatch: the message is shorter)");
    }
    return body.octets();
  }

  private int next(byte[] chunk, int left) throws IOException {
    return left == 0 ? 0 : in.read(chunk, 0, Math.min(chunk.length, left));
  }

  private Octets inflated(Octets packed) throws IOException {
    OpenBuffer body = new OpenBuffer();
    byte[] chunk = new byte[CHUNK];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(packed.toByteArray());
      for (int got = inflater.inflate(chunk); got > 0; got = inflater.inflate(chunk)) {
        add(body, chunk, got);
      }
      if (!inflater.finished()) {
        throw Refusal.unavailable("zlib: the message is not whole");
      }
    } catch (DataFormatException broken) {
      throw Refusal.unavailable("zlib: the message cannot be unpacked");
    }
    return body.octets();
  }

  private void add(OpenBuffer body, byte[] chunk, int got) throws IOException {
    if (body.size() + got > bound) {
      throw tooLong();
    }
    grow(body.size() + got);
    body.write(chunk, 0, got);
  }

  private Refusal tooLong() {
    return Refusal.unavailable("a message may have " + bound + " octets");
  }

  private void grow(int octets) throws IOException {
    Room.Size needed = Room.Size.of(octets);
    if (needed != size) {
      if (!room.take(needed)) {
        throw Refusal.temporary("too many large messages are under way");
      }
      room.give(size);
      size = needed;
    }
  }

  /** Gives its room back. */
  @Override
  public void close() {
    room.give(size);
    size = Room.Size.SMALL;
  }
}
