package org.ringfence.door.smtp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a client says: commands, and messages.
 *
 * <p>Attack: SMTP smuggling. Of two hosts in a row, one ends lines at LF or at CR and the other
 * does not: then one sees the end of a message where the other sees text, and a sender makes the
 * first host send a second message that nobody looked at. So CR LF alone ends a line here, and
 * whoever sends a CR or LF that is not part of one is refused (RFC 5321 §2.3.8, §4.1.1.4), as is
 * NUL, which ends a line for programs written in C.
 */
final class Inbound {
  /** RFC 5321 §4.5.3.1.4 has 512, more with parameters (RFC 3461, RFC 6531). */
  private static final int COMMAND = 4096;

  private final InputStream in;
  private final int lineOctets;
  private final byte[] buffer = new byte[1 << 14];
  private int at;
  private int end;

  /** Where in a line of a message one is. */
  private enum Where {
    START,
    DOT,
    DOT_RETURN,
    WITHIN,
    RETURN
  }

  /**
   * @param lineOctets octets of a line of a message
   */
  Inbound(InputStream in, int lineOctets) {
    this.in = in;
    this.lineOctets = lineOctets;
  }

  /** Whether the client has sent more already. */
  boolean hasMore() throws IOException {
    return at < end || in.available() > 0;
  }

  /**
   * The next command, without its end; empty where the client has ended the connection.
   *
   * @throws Breach where it is no command
   */
  Optional<String> command() throws IOException {
    byte[] line = new byte[COMMAND];
    int length = 0;
    boolean afterReturn = false;
    for (int c = next(); c >= 0; c = next()) {
      checkOctet(c, afterReturn);
      if (c == '\n') {
        return Optional.of(text(line, length));
      }
      afterReturn = c == '\r';
      if (!afterReturn) {
        if (length == COMMAND) {
          throw Breach.longCommand();
        }
        line[length++] = (byte) c;
      }
    }
    return Optional.empty();
  }

  private static void checkOctet(int c, boolean afterReturn) throws Breach {
    if (c == 0) {
      throw Breach.nul();
    }
    if (c == '\n' && !afterReturn) {
      throw Breach.lineEnd("A bare LF");
    }
    if (c != '\n' && afterReturn) {
      throw Breach.lineEnd("A bare CR");
    }
  }

  /** RFC 6531 §3.3: addresses may be UTF-8; other octets are nobody's. */
  private static String text(byte[] line, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line, 0, length))
          .toString();
    } catch (CharacterCodingException otherOctets) {
      return new String(line, 0, length, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "\0");
    }
  }

  /**
   * Reads a message up to its end, without the dots that were put in front of lines (RFC 5321
   * §4.5.2).
   *
   * @throws Breach where it is none
   * @throws EOFException where the client went away before its end
   */
  void message(Incoming message) throws IOException {
    Where where = Where.START;
    int line = 0;
    for (int c = next(); !(where == Where.DOT_RETURN && c == '\n'); c = next()) {
      if (c < 0) {
        throw new EOFException("The client went away within a message.");
      }
      where = step(where, c);
      if (where == Where.START) {
        message.add((byte) '\r');
        message.add((byte) '\n');
        line = 0;
      } else if (where == Where.WITHIN) {
        message.add((byte) c);
        line++;
      }
      if (line > lineOctets) {
        throw Breach.longLine();
      }
    }
  }

  private static Where step(Where where, int c) throws Breach {
    boolean afterReturn = where == Where.RETURN || where == Where.DOT_RETURN;
    checkOctet(c, afterReturn);
    if (c == '\n') {
      return Where.START;
    }
    if (c == '\r') {
      return where == Where.DOT ? Where.DOT_RETURN : Where.RETURN;
    }
    return where == Where.START && c == '.' ? Where.DOT : Where.WITHIN;
  }

  /** Reads on without looking, until the client goes away. */
  void drain() throws IOException {
    at = end;
    int read = 0;
    while (read >= 0) {
      read = in.read(buffer, 0, buffer.length);
    }
  }

  private int next() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer, 0, buffer.length));
      if (end == 0) {
        return -1;
      }
    }
    return buffer[at++] & 0xFF;
  }
}
