package org.ringfence.effect.act;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ringfence.mail.Octets;

/**
 * A message cut into its header fields and its body, so that all pieces together are the message
 * again, octet for octet.
 *
 * <p>It is cut as the step parse cuts it: were other fields seen here than there, a forged field
 * could be removed from the one reading and stay in the other.
 *
 * @param mboxLine the separator line of a mailbox file, empty where there is none
 * @param pieces the fields, and lines among them that are none
 * @param separator the empty line, empty where the body follows without one
 * @param body what follows
 */
record SplitMessage(Octets mboxLine, List<Piece> pieces, Octets separator, Octets body) {
  private static final int NAME_OCTETS = 256;
  private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};
  private static final byte[] QUOTED_FROM = {'>', 'F', 'r', 'o', 'm', ' '};

  SplitMessage {
    pieces = List.copyOf(pieces);
  }

  /**
   * A field, or a line that is none.
   *
   * @param name the field's name as written, empty where it is none
   * @param octets all of it, its line ends included
   */
  record Piece(String name, Octets octets) {
    boolean isField() {
      return !name.isEmpty();
    }
  }

  /** Cuts {@code message}. */
  static SplitMessage of(Octets message) {
    boolean mbox = message.startsWith(FROM) || message.startsWith(QUOTED_FROM);
    int start = mbox ? next(message, 0) : 0;
    List<Piece> pieces = new ArrayList<>();
    int at = start;
    while (at < message.length()) {
      int next = next(message, at);
      if (isEmptyLine(message, at, next)) {
        return new SplitMessage(
            message.slice(0, start), pieces, message.slice(at, next), rest(message, next));
      }
      int colon = colon(message, at, next);
      if (colon < 0 && (pieces.isEmpty() || !continuesHeader(message, next))) {
        break;
      }
      int end = colon < 0 ? next : fieldEnd(message, next);
      String name = colon < 0 ? "" : name(message.slice(at, colon));
      pieces.add(new Piece(name, message.slice(at, end)));
      at = end;
    }
    return new SplitMessage(message.slice(0, start), pieces, Octets.empty(), rest(message, at));
  }

  private static Octets rest(Octets message, int from) {
    return message.slice(from, message.length());
  }

  private static String name(Octets octets) {
    return octets.decode(StandardCharsets.US_ASCII).strip();
  }

  private static int next(Octets message, int start) {
    int lf = message.indexOf((byte) '\n', start);
    return lf < 0 ? message.length() : lf + 1;
  }

  private static boolean isEmptyLine(Octets message, int start, int next) {
    int end = next;
    if (end > start && message.at(end - 1) == '\n') {
      end--;
    }
    while (end > start && message.at(end - 1) == '\r') {
      end--;
    }
    return end == start;
  }

  private static boolean continuesHeader(Octets message, int at) {
    int next = next(message, at);
    return at < message.length()
        && (isEmptyLine(message, at, next) || colon(message, at, next) >= 0);
  }

  /** Where the colon of a field stands, -1 where the line starts no field. */
  private static int colon(Octets message, int start, int next) {
    int last = Math.min(next, start + NAME_OCTETS);
    int i = start;
    while (i < last && message.at(i) > ' ' && message.at(i) < 127 && message.at(i) != ':') {
      i++;
    }
    int nameEnd = i;
    while (i < last && isWhite(message, i)) {
      i++;
    }
    return nameEnd > start && i < last && message.at(i) == ':' ? i : -1;
  }

  private static int fieldEnd(Octets message, int next) {
    int end = next;
    while (end < message.length() && isWhite(message, end)) {
      end = next(message, end);
    }
    return end;
  }

  private static boolean isWhite(Octets message, int at) {
    return message.at(at) == ' ' || message.at(at) == '\t';
  }
}
