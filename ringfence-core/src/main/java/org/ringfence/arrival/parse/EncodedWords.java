package org.ringfence.arrival.parse;

import java.io.ByteArrayOutputStream;
import org.ringfence.mail.Octets;

/**
 * Decodes the encoded words of a header field (RFC 2047), as leniently as mail clients do.
 *
 * <p>Tolerated: spaces inside, a missing end, words inside quotes or glued to other text, one
 * character split over two words (their octets are joined before the charset is applied). One pass.
 */
final class EncodedWords {
  private static final int CHARSET_CHARS = 60;

  private final String body;
  private final StringBuilder out;
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
  private String charset = "";
  private int nextEnd;

  private EncodedWords(String body) {
    this.body = body;
    this.out = new StringBuilder(body.length());
  }

  /** The text of {@code body}; it holds no line end and no NUL. */
  static String decode(String body) {
    return body.indexOf("=?") < 0 ? oneLine(body) : oneLine(new EncodedWords(body).decode());
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ').replace('\r', ' ').replace('\0', ' ');
  }

  private String decode() {
    int from = 0;
    int start = body.indexOf("=?");
    while (start >= 0) {
      int text = textStart(start);
      if (text < 0) {
        start = body.indexOf("=?", start + 2);
        continue;
      }
      plain(from, start);
      from = word(start, text);
      start = body.indexOf("=?", from);
    }
    plain(from, body.length());
    return out.toString();
  }

  /** Where the encoded text of the word at {@code start} begins, -1 if it is no word. */
  private int textStart(int start) {
    int mark = start + 2;
    int last = Math.min(body.length(), mark + CHARSET_CHARS);
    while (mark < last && body.charAt(mark) != '?' && body.charAt(mark) != ' ') {
      mark++;
    }
    boolean complete = mark + 2 < body.length() && mark > start + 2;
    return complete
            && body.charAt(mark) == '?'
            && body.charAt(mark + 2) == '?'
            && "bBqQ".indexOf(body.charAt(mark + 1)) >= 0
        ? mark + 3
        : -1;
  }

  /** Decodes one word; answers where it ends. */
  private int word(int start, int text) {
    String label = body.substring(start + 2, text - 3);
    int language = label.indexOf('*');
    label = language < 0 ? label : label.substring(0, language);
    if (!label.equalsIgnoreCase(charset)) {
      flush();
      charset = label;
    }
    int end = textEnd(text);
    Octets raw = Octets.of(Latin1.octets(body, text, end));
    boolean base64 = (body.charAt(text - 2) | 0x20) == 'b';
    TransferEncoding.Decoded decoded =
        base64 ? TransferEncoding.base64(raw, raw.length()) : TransferEncoding.quotedWord(raw);
    octets.writeBytes(decoded.octets().toByteArray());
    return body.startsWith("?=", end) ? end + 2 : end;
  }

  /** The end of the encoded text: its mark, or the next word if that mark is missing. */
  private int textEnd(int text) {
    if (nextEnd >= 0 && nextEnd < text) {
      nextEnd = body.indexOf("?=", text);
    }
    int end = nextEnd < 0 ? body.length() : nextEnd;
    int nextWord = body.indexOf("=?", text);
    while (nextWord >= 0 && nextWord < end && textStart(nextWord) < 0) {
      nextWord = body.indexOf("=?", nextWord + 2);
    }
    return nextWord >= 0 && nextWord < end ? nextWord : end;
  }

  /** Text outside of words; white space between two words is not shown (RFC 2047 §6.2). */
  private void plain(int from, int to) {
    boolean between = octets.size() > 0 && to < body.length() && isBlank(from, to);
    if (between || (from == to && to < body.length())) {
      return;
    }
    flush();
    out.append(body, from, to);
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (body.charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }

  private void flush() {
    if (octets.size() > 0) {
      out.append(TextDecoder.decode(Octets.of(octets.toByteArray()), charset).text());
      octets.reset();
    }
    charset = "";
  }
}
