package org.ringfence.effect.act.body;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.ringfence.mail.Octets;

/** Writes content in a transfer encoding (RFC 2045 §6). */
final class TransferWriter {
  private static final int BASE64_LINE = 76;
  private static final int QUOTED_LINE = 75;
  private static final int LONGEST_LINE = 998;
  private static final String HEX = "0123456789ABCDEF";

  private TransferWriter() {}

  /**
   * The encoding that {@code content} can be in: its own one, or quoted-printable where it has
   * octets or lines by now that its own one does not allow.
   */
  static String encoding(String own, byte[] content) {
    return switch (own) {
      case "base64", "quoted-printable" -> own;
      case "8bit", "binary" -> hasLongLine(content) ? "quoted-printable" : own;
      default -> hasLongLine(content) || isWide(content) ? "quoted-printable" : own;
    };
  }

  private static boolean isWide(byte[] content) {
    for (byte octet : content) {
      if (octet <= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLongLine(byte[] content) {
    int line = 0;
    for (byte octet : content) {
      line = octet == '\n' ? 0 : line + 1;
      if (line > LONGEST_LINE) {
        return true;
      }
    }
    return false;
  }

  /** {@code content} in {@code encoding}, its lines ended as the message ends them. */
  static Octets write(String encoding, byte[] content, String lineEnd) {
    return switch (encoding) {
      case "base64" -> base64(content, lineEnd);
      case "quoted-printable" -> Octets.of(quoted(content, lineEnd));
      default -> Octets.of(content);
    };
  }

  private static Octets base64(byte[] content, String lineEnd) {
    byte[] end = lineEnd.getBytes(StandardCharsets.US_ASCII);
    byte[] lines = Base64.getMimeEncoder(BASE64_LINE, end).encode(content);
    var out = new ByteArrayOutputStream(lines.length + end.length);
    out.writeBytes(lines);
    out.writeBytes(end);
    return Octets.of(out.toByteArray());
  }

  private static byte[] quoted(byte[] content, String lineEnd) {
    byte[] end = lineEnd.getBytes(StandardCharsets.US_ASCII);
    var out = new ByteArrayOutputStream(content.length + content.length / 4);
    int column = 0;
    for (int i = 0; i < content.length; i++) {
      int next = lineEndAt(content, i);
      if (next > i) {
        out.write(content, i, next - i);
        column = 0;
        i = next - 1;
        continue;
      }
      boolean plain = isPlain(content, i);
      int width = plain ? 1 : 3;
      if (column + width > QUOTED_LINE) {
        out.write('=');
        out.writeBytes(end);
        column = 0;
      }
      column += width;
      if (plain) {
        out.write(content[i]);
      } else {
        out.write('=');
        out.write(HEX.charAt((content[i] & 0xFF) >> 4));
        out.write(HEX.charAt(content[i] & 0xF));
      }
    }
    return out.toByteArray();
  }

  /** One past the line end at {@code at}, {@code at} where there is none. */
  private static int lineEndAt(byte[] content, int at) {
    if (content[at] == '\n') {
      return at + 1;
    }
    boolean crLf = content[at] == '\r' && at + 1 < content.length && content[at + 1] == '\n';
    return crLf ? at + 2 : at;
  }

  /** Blanks at the end of a line would be taken off on the way (RFC 2045 §6.7). */
  private static boolean isPlain(byte[] content, int at) {
    byte octet = content[at];
    if (octet == ' ' || octet == '\t') {
      return at + 1 < content.length && lineEndAt(content, at + 1) == at + 1;
    }
    return octet > ' ' && octet < 0x7F && octet != '=';
  }
}
