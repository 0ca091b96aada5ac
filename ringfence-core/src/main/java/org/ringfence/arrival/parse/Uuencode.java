package org.ringfence.arrival.parse;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ringfence.mail.Octets;

/** Files written into text by uuencode (POSIX), as old clients send them. */
final class Uuencode {
  private static final byte[] BEGIN = {'b', 'e', 'g', 'i', 'n', ' '};

  private Uuencode() {}

  /**
   * A file found in a text.
   *
   * @param name its name
   * @param content its octets
   */
  record File(String name, Octets content) {}

  /** Decodes the first file of {@code raw}; without one, the octets as they are. */
  static TransferEncoding.Decoded decode(Octets raw, int limit) {
    return find(raw, limit)
        .map(file -> new TransferEncoding.Decoded(file.content(), true, true))
        .orElseGet(() -> TransferEncoding.identity(raw, limit, false));
  }

  /** The first file in {@code text}. */
  static Optional<File> find(Octets text, int limit) {
    for (int at = 0; at < text.length(); at = LineEnds.next(text, at)) {
      if (isBegin(text, at)) {
        int next = LineEnds.next(text, at);
        String line =
            text.slice(at, LineEnds.content(text, at, next)).decode(StandardCharsets.UTF_8);
        return Optional.of(new File(name(line), content(text, next, limit)));
      }
    }
    return Optional.empty();
  }

  /** Whether "begin", a mode of three or four octal digits, and a name stand there. */
  private static boolean isBegin(Octets text, int at) {
    int i = at;
    for (byte expected : BEGIN) {
      if (i >= text.length() || text.at(i++) != expected) {
        return false;
      }
    }
    int mode = i;
    while (i < text.length() && text.at(i) >= '0' && text.at(i) <= '7') {
      i++;
    }
    return i - mode >= 3 && i - mode <= 4 && i < text.length() && text.at(i) == ' ';
  }

  private static String name(String line) {
    return line.substring(line.indexOf(' ', BEGIN.length) + 1).strip();
  }

  private static Octets content(Octets text, int from, int limit) {
    byte[] out = new byte[Math.min(limit, text.length() - from)];
    int size = 0;
    int at = from;
    while (at < text.length()) {
      int next = LineEnds.next(text, at);
      int end = LineEnds.content(text, at, next);
      int count = end > at ? (text.at(at) - ' ') & 63 : 0;
      if (count == 0) {
        break;
      }
      for (int i = 0; i < count && size < out.length; i++) {
        out[size++] = octet(text, at + 1 + i / 3 * 4, i % 3, end);
      }
      at = next;
    }
    return Octets.of(out).slice(0, size);
  }

  private static byte octet(Octets text, int group, int index, int end) {
    int high = sextet(text, group + index, end);
    int low = sextet(text, group + index + 1, end);
    return (byte) (high << (2 + 2 * index) | low >> (4 - 2 * index));
  }

  private static int sextet(Octets text, int at, int end) {
    return at < end ? (text.at(at) - ' ') & 63 : 0;
  }
}
