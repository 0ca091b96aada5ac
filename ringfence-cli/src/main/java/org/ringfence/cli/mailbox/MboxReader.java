package org.ringfence.cli.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.ringfence.mail.Octets;

/**
 * Splits an mbox (RFC 4155) into its messages, in one pass and with bounded memory.
 *
 * <p>A message begins at the first line, and wherever a line "From … hh:mm …" follows a blank one.
 * The time is asked for because mbox writers that do not quote "From " in a text are common, and a
 * lure must not be cut in two by its own prose. {@code >From } is unquoted as mboxrd does.
 */
final class MboxReader {
  private final InputStream in;
  private final int maxBytes;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
  private ByteArrayOutputStream message = new ByteArrayOutputStream();

  /**
   * Reads from {@code in}, which is buffered, and keeps at most one octet above {@code maxBytes}.
   */
  MboxReader(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** Hands each message to {@code sink}, without its "From " line. */
  void read(Consumer<Octets> sink) throws IOException {
    boolean begun = false;
    boolean afterBlank = true;
    while (nextLine()) {
      byte[] octets = line.toByteArray();
      if (afterBlank && isSeparator(octets, begun)) {
        if (begun) {
          sink.accept(take());
        }
        begun = true;
      } else {
        keep(octets);
      }
      afterBlank = isBlank(octets);
    }
    if (begun) {
      sink.accept(take());
    }
  }

  private Octets take() {
    Octets taken = Octets.of(message.toByteArray());
    message = new ByteArrayOutputStream();
    return taken;
  }

  private void keep(byte[] octets) {
    int quotes = quotesBeforeFrom(octets);
    int skipped = quotes > 0 ? 1 : 0;
    int room = maxBytes + 1 - message.size();
    message.write(octets, skipped, Math.clamp(octets.length - skipped, 0, room));
  }

  /** Reads up to the next line feed; a line longer than a message may be is handed on in pieces. */
  private boolean nextLine() throws IOException {
    line.reset();
    int octet = in.read();
    while (octet >= 0) {
      line.write(octet);
      if (octet == '\n' || line.size() > maxBytes) {
        return true;
      }
      octet = in.read();
    }
    return line.size() > 0;
  }

  private static boolean isBlank(byte[] octets) {
    return octets[0] == '\n' || (octets[0] == '\r' && octets.length == 2);
  }

  private static boolean isSeparator(byte[] octets, boolean begun) {
    return startsWithFrom(octets, 0) && (!begun || holdsTime(octets));
  }

  private static int quotesBeforeFrom(byte[] octets) {
    int quotes = 0;
    while (quotes < octets.length && octets[quotes] == '>') {
      quotes++;
    }
    return startsWithFrom(octets, quotes) ? quotes : 0;
  }

  private static boolean startsWithFrom(byte[] octets, int at) {
    return octets.length >= at + 5
        && octets[at] == 'F'
        && octets[at + 1] == 'r'
        && octets[at + 2] == 'o'
        && octets[at + 3] == 'm'
        && octets[at + 4] == ' ';
  }

  private static boolean holdsTime(byte[] octets) {
    for (int i = 7; i + 2 < octets.length; i++) {
      if (octets[i] == ':'
          && isDigit(octets[i - 1])
          && isDigit(octets[i - 2])
          && isDigit(octets[i + 1])
          && isDigit(octets[i + 2])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }
}
