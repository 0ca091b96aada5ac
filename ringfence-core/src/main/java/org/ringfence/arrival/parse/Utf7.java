package org.ringfence.arrival.parse;

import java.nio.charset.StandardCharsets;
import org.ringfence.mail.Octets;

/** Reads UTF-7 (RFC 2152), which the JDK does not know and some clients still show. */
final class Utf7 {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Utf7() {}

  /** The text; what is no UTF-7 stands as it is. */
  static String decode(Octets octets) {
    String raw = octets.decode(StandardCharsets.ISO_8859_1);
    var out = new StringBuilder(raw.length());
    int at = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at++);
      if (c != '+') {
        out.append(c);
      } else if (at < raw.length() && raw.charAt(at) == '-') {
        out.append('+');
        at++;
      } else {
        at = shifted(raw, at, out);
      }
    }
    return out.toString();
  }

  private static int shifted(String raw, int from, StringBuilder out) {
    int bits = 0;
    int have = 0;
    int at = from;
    for (; at < raw.length(); at++) {
      int value = ALPHABET.indexOf(raw.charAt(at));
      if (value < 0) {
        break;
      }
      bits = bits << 6 | value;
      have += 6;
      if (have >= 16) {
        have -= 16;
        out.append((char) (bits >> have));
      }
    }
    return at < raw.length() && raw.charAt(at) == '-' ? at + 1 : at;
  }
}
