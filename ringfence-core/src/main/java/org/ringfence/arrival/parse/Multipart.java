package org.ringfence.arrival.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ringfence.mail.Octets;

/**
 * Cuts the body of a multipart into its parts (RFC 2046 §5.1) without copying.
 *
 * <p>The outermost boundary is looked for first, so an inner multipart that never ends cannot
 * swallow what follows it. Parts behind the closing boundary are read too: some clients show them.
 */
final class Multipart {
  private static final int BOUNDARY_OCTETS = 1_000;

  private Multipart() {}

  /**
   * The parts of {@code body} between lines of {@code boundary}.
   *
   * @param limit parts at most, and one more where there are more
   */
  static List<Octets> parts(Octets body, String boundary, int limit) {
    byte[] mark = ("--" + boundary.strip()).getBytes(StandardCharsets.UTF_8);
    List<Octets> parts = new ArrayList<>();
    int open = -1;
    for (int at = delimiterLine(body, 0); at >= 0 && parts.size() <= limit; ) {
      int next = LineEnds.next(body, at);
      if (isDelimiter(body, at, LineEnds.content(body, at, next), mark)) {
        if (open >= 0) {
          parts.add(body.slice(open, Math.max(open, beforeLineEnd(body, at))));
        }
        open = isClosing(body, at, next, mark) ? -1 : next;
      }
      at = delimiterLine(body, next);
    }
    if (open >= 0 && open < body.length()) {
      parts.add(body.slice(open, body.length()));
    }
    return parts;
  }

  /**
   * The boundary that a multipart without a usable one seems to have; empty where there is none.
   */
  static String guessedBoundary(Octets body) {
    int at = delimiterLine(body, 0);
    if (at < 0) {
      return "";
    }
    int end = LineEnds.content(body, at, LineEnds.next(body, at));
    boolean likely = end - at > 4 && end - at < BOUNDARY_OCTETS;
    return likely ? body.slice(at + 2, end).decode(StandardCharsets.UTF_8).strip() : "";
  }

  /**
   * The start of the next line that begins with two hyphens, at or after line start {@code from}.
   */
  private static int delimiterLine(Octets body, int from) {
    int at = from;
    while (at + 2 < body.length()) {
      if (body.at(at) == '-' && body.at(at + 1) == '-') {
        return at;
      }
      int lf = body.indexOf((byte) '\n', at);
      if (lf < 0) {
        return -1;
      }
      at = lf + 1;
    }
    return -1;
  }

  private static boolean isDelimiter(Octets body, int start, int end, byte[] mark) {
    if (end - start < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (body.at(start + i) != mark[i]) {
        return false;
      }
    }
    int after = start + mark.length;
    boolean closing = end - after >= 2 && body.at(after) == '-' && body.at(after + 1) == '-';
    return closing || isBlank(body, after, end);
  }

  private static boolean isClosing(Octets body, int start, int next, byte[] mark) {
    int after = start + mark.length;
    return after + 1 < next && body.at(after) == '-' && body.at(after + 1) == '-';
  }

  private static boolean isBlank(Octets body, int from, int to) {
    for (int i = from; i < to; i++) {
      if (body.at(i) > ' ' || body.at(i) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The line end before a delimiter belongs to the delimiter. */
  private static int beforeLineEnd(Octets body, int delimiter) {
    int end = delimiter - 1;
    return end > 0 && body.at(end - 1) == '\r' ? end - 1 : Math.max(0, end);
  }
}
