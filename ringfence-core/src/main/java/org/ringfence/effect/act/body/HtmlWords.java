package org.ringfence.effect.act.body;

/**
 * Words as HTML holds them: in ASCII, whatever the charset, and without a meaning of their own.
 *
 * <p>Attack: a customer's name, or a brand's, that is a tag.
 */
final class HtmlWords {
  private HtmlWords() {}

  static String of(String words) {
    var out = new StringBuilder(words.length() + 16);
    words.codePoints().forEach(c -> append(c, out));
    return out.toString();
  }

  private static void append(int c, StringBuilder out) {
    if (c >= ' ' && c < 0x7F && "&<>\"'`=".indexOf(c) < 0) {
      out.append((char) c);
    } else if (c < ' ' || c == 0x7F || (c >= 0xD800 && c < 0xE000)) {
      out.append(' ');
    } else {
      out.append("&#").append(c).append(';');
    }
  }
}
