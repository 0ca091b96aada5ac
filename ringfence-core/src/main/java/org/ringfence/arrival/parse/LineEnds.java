package org.ringfence.arrival.parse;

import org.ringfence.mail.Octets;
import org.ringfence.mail.ParseDefect;
import org.ringfence.mail.Place;

/**
 * Lines of octets: a line ends with LF, CRs before it belong to the end (RFC 5322 §2.3 asks for
 * exactly one).
 */
final class LineEnds {
  private LineEnds() {}

  /**
   * The message with LF for every bare CR, if its first line ends with a bare CR; else the message
   * itself.
   *
   * <p>Clients show such mail with its lines. A bare CR further down is white space: were it a line
   * end everywhere, a sender could show this filter header fields that no client sees.
   */
  static Octets repaired(Octets message, Place place, MessageSink sink) {
    int cr = message.indexOf((byte) '\r', 0);
    int lf = message.indexOf((byte) '\n', 0);
    if (cr < 0 || (lf >= 0 && lf < cr) || endsLine(message, cr)) {
      return message;
    }
    sink.defect(ParseDefect.Kind.MALFORMED, place, "Lines end with a bare carriage return.");
    byte[] bytes = message.toByteArray();
    for (int i = cr; i < bytes.length; i++) {
      if (bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n')) {
        bytes[i] = '\n';
      }
    }
    return Octets.of(bytes);
  }

  private static boolean endsLine(Octets message, int cr) {
    int i = cr;
    while (i < message.length() && message.at(i) == '\r') {
      i++;
    }
    return i < message.length() && message.at(i) == '\n';
  }

  /** One past the last octet of the line that starts at {@code start}, its end included. */
  static int next(Octets octets, int start) {
    int lf = octets.indexOf((byte) '\n', start);
    return lf < 0 ? octets.length() : lf + 1;
  }

  /** The end of what stands in the line from {@code start} to {@code next}. */
  static int content(Octets octets, int start, int next) {
    int end = next;
    if (end > start && octets.at(end - 1) == '\n') {
      end--;
    }
    while (end > start && octets.at(end - 1) == '\r') {
      end--;
    }
    return end;
  }
}
