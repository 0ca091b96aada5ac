package org.ringfence.effect.act.body;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Optional;
import org.ringfence.mail.Octets;

/**
 * Octets to text and back without loss.
 *
 * <p>Octets that mean nothing in the charset become unpaired surrogates, which no text has, and
 * octets again: one broken character must not keep a part from being edited, or be mended.
 */
final class Charsets {
  private static final char BROKEN = 0xDC00;

  private Charsets() {}

  /** The text; empty where {@code charset} would not give the same octets back. */
  static Optional<String> decoded(Octets octets, Charset charset) {
    if (!charset.canEncode()) {
      return Optional.empty();
    }
    byte[] bytes = octets.toByteArray();
    String text = new String(bytes, charset);
    if (Arrays.equals(text.getBytes(charset), bytes)) {
      return Optional.of(text);
    }
    String broken = keepingBroken(bytes, charset);
    return encoded(broken, charset).filter(same -> Arrays.equals(same, bytes)).map(_ -> broken);
  }

  private static String keepingBroken(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out =
        CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 16);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError() && out.remaining() > result.length()) {
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (BROKEN + (in.get() & 0xFF)));
      }
      result = decoder.decode(in, out, true);
    }
    return out.flip().toString();
  }

  /** The octets; empty where {@code charset} has no word for some of the text. */
  static Optional<byte[]> encoded(String text, Charset charset) {
    var out = new ByteArrayOutputStream(text.length() + 64);
    int from = 0;
    try {
      for (int i = 0; i <= text.length(); i++) {
        if (i == text.length() || isBroken(text, i)) {
          write(text, from, i, charset, out);
          from = i + 1;
          if (i < text.length()) {
            out.write(text.charAt(i) - BROKEN);
          }
        }
      }
      return Optional.of(out.toByteArray());
    } catch (CharacterCodingException notInIt) {
      return Optional.empty();
    }
  }

  private static void write(
      String text, int from, int to, Charset charset, ByteArrayOutputStream out)
      throws CharacterCodingException {
    if (from < to) {
      ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text, from, to));
      out.write(bytes.array(), bytes.arrayOffset(), bytes.limit());
    }
  }

  private static boolean isBroken(String text, int at) {
    char c = text.charAt(at);
    return c >= BROKEN
        && c <= BROKEN + 0xFF
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
