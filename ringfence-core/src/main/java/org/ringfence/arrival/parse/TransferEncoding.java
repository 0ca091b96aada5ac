package org.ringfence.arrival.parse;

import java.util.Arrays;
import java.util.Locale;
import org.ringfence.mail.Octets;

/**
 * Undoes content transfer encodings (RFC 2045 §6) as far as the octets allow.
 *
 * <p>Libraries end at the first bad character, which cuts the text an attacker put behind it; mail
 * clients go on, and so does this.
 */
final class TransferEncoding {
  private static final byte[] BASE64 = new byte[256];
  private static final byte FOREIGN = -1;
  private static final byte SPACE = -2;
  private static final byte PAD = -3;

  static {
    Arrays.fill(BASE64, FOREIGN);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      BASE64[alphabet.charAt(i)] = (byte) i;
    }
    for (char c : " \t\r\n".toCharArray()) {
      BASE64[c] = SPACE;
    }
    BASE64['='] = PAD;
  }

  private TransferEncoding() {}

  /**
   * What decoding came to.
   *
   * @param octets the decoded octets
   * @param intact whether the encoding was without fault
   * @param whole whether the limit let all of it in
   */
  record Decoded(Octets octets, boolean intact, boolean whole) {}

  /**
   * Decodes {@code raw}.
   *
   * @param name the Content-Transfer-Encoding field's body
   * @param limit octets that come out at most
   */
  static Decoded decode(String name, Octets raw, int limit) {
    return switch (firstWord(name)) {
      case "base64" -> base64OrText(raw, limit);
      case "quoted-printable" -> quotedPrintable(raw, limit);
      case "x-uuencode", "uuencode", "x-uue", "uue" -> Uuencode.decode(raw, limit);
      case "", "7bit", "8bit", "binary" -> identity(raw, limit, true);
      default -> identity(raw, limit, false);
    };
  }

  private static String firstWord(String name) {
    String lower = name.toLowerCase(Locale.ROOT).strip();
    int end = 0;
    while (end < lower.length()
        && (lower.charAt(end) > ' ' && "();,".indexOf(lower.charAt(end)) < 0)) {
      end++;
    }
    return lower.substring(0, end).replace("\"", "");
  }

  static Decoded identity(Octets raw, int limit, boolean intact) {
    boolean whole = raw.length() <= limit;
    return new Decoded(whole ? raw : raw.slice(0, limit), intact, whole);
  }

  /** Text that only claims to be base64 has blanks inside its lines; clients show it as it is. */
  private static Decoded base64OrText(Octets raw, int limit) {
    int blanks = 0;
    int letters = 0;
    int sample = Math.min(raw.length(), 4096);
    for (int i = 0; i < sample; i++) {
      byte kind = BASE64[raw.at(i) & 0xFF];
      letters += kind >= 0 ? 1 : 0;
      blanks += kind == FOREIGN || raw.at(i) == ' ' ? 1 : 0;
    }
    return blanks * 10 > letters ? identity(raw, limit, false) : base64(raw, limit);
  }

  /** Decodes base64: foreign characters are skipped, padding may stand anywhere. */
  static Decoded base64(Octets raw, int limit) {
    byte[] out = new byte[(int) Math.min(limit, raw.length() / 4L * 3 + 3)];
    byte[] in = raw.toByteArray();
    int size = 0;
    int bits = 0;
    int have = 0;
    boolean padded = false;
    boolean intact = true;
    int i = 0;
    for (; i < in.length && size < out.length; i++) {
      if (have == 0 && !padded && i + 4 <= in.length && size + 3 <= out.length) {
        int quantum = quantum(in, i);
        if (quantum >= 0) {
          out[size++] = (byte) (quantum >> 16);
          out[size++] = (byte) (quantum >> 8);
          out[size++] = (byte) quantum;
          i += 3;
          continue;
        }
      }
      byte value = BASE64[in[i] & 0xFF];
      if (value >= 0) {
        intact &= !padded;
        bits = bits << 6 | value;
        have += 6;
        if (have >= 8) {
          have -= 8;
          out[size++] = (byte) (bits >> have);
        }
      } else if (value == PAD) {
        padded = true;
        have = 0;
      } else if (padded && in[i] == ' ') {
        // A remark behind the end, as gateways add; decoded, it would spoil the charset.
        i = LineEnds.next(raw, i) - 1;
        intact = false;
      } else {
        intact &= value == SPACE;
      }
    }
    intact &= have < 6;
    boolean whole = i == raw.length() || size < limit;
    return new Decoded(Octets.of(out).slice(0, size), intact, whole);
  }

  /** The 24 bits of four characters in a row, below zero where one of them is none of base64's. */
  private static int quantum(byte[] in, int at) {
    byte a = BASE64[in[at] & 0xFF];
    byte b = BASE64[in[at + 1] & 0xFF];
    byte c = BASE64[in[at + 2] & 0xFF];
    byte d = BASE64[in[at + 3] & 0xFF];
    return (a | b | c | d) < 0 ? -1 : a << 18 | b << 12 | c << 6 | d;
  }

  /** Decodes quoted-printable; an equals sign that encodes nothing is kept. */
  static Decoded quotedPrintable(Octets raw, int limit) {
    return quoted(raw, limit, false);
  }

  /** Decodes the Q encoding of encoded words, where {@code _} is a space (RFC 2047 §4.2). */
  static Decoded quotedWord(Octets raw) {
    return quoted(raw, raw.length(), true);
  }

  private static Decoded quoted(Octets raw, int limit, boolean word) {
    byte[] out = new byte[Math.min(limit, raw.length())];
    int size = 0;
    boolean intact = true;
    int i = 0;
    while (i < raw.length() && size < out.length) {
      byte c = raw.at(i);
      if (c != '=') {
        out[size++] = word && c == '_' ? (byte) ' ' : c;
        i++;
        continue;
      }
      int hex = hex(raw, i + 1);
      if (hex >= 0) {
        out[size++] = (byte) hex;
        i += 3;
        continue;
      }
      int next = softBreakEnd(raw, i + 1);
      if (next < 0) {
        intact = false;
        out[size++] = '=';
        next = i + 1;
      }
      i = next;
    }
    return new Decoded(Octets.of(out).slice(0, size), intact, i >= raw.length());
  }

  private static int hex(Octets raw, int at) {
    if (at + 1 >= raw.length()) {
      return -1;
    }
    int high = Character.digit(raw.at(at), 16);
    int low = Character.digit(raw.at(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /** Where the line after a soft line break starts, -1 if it is none. */
  private static int softBreakEnd(Octets raw, int at) {
    int i = at;
    while (i < raw.length() && (raw.at(i) == ' ' || raw.at(i) == '\t' || raw.at(i) == '\r')) {
      i++;
    }
    if (i == raw.length()) {
      return i;
    }
    return raw.at(i) == '\n' ? i + 1 : -1;
  }
}
