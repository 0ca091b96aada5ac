package org.ringfence.alert;

/**
 * Words of others as an alert may show them.
 *
 * <p>Attack: whoever wrote the mail, or stole the link to its page, has his own words sent to the
 * security desk under our name, as others had theirs sent by a cloud's alerts: a link to click, a
 * number to call, markup of a chat. So an address is broken at its dots and colons, a markup
 * character becomes a space, and it is one short line.
 */
public final class Disarmed {
  private static final int LONGEST = 300;
  private static final String MARKUP = "<>*_`|[](){}\\&~#!\"";

  private Disarmed() {}

  /** The words, disarmed. */
  public static String of(String words) {
    var out = new StringBuilder();
    words.codePoints().limit(LONGEST).forEach(c -> append(c, out));
    return out.toString().strip();
  }

  private static void append(int c, StringBuilder out) {
    int before = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
    switch (c) {
      case ':' -> out.append("[:]");
      case '@' -> out.append("[at]");
      case '.' -> out.append(Character.isWhitespace(before) ? "." : "[.]");
      default -> out.appendCodePoint(isPlain(c) ? c : ' ');
    }
  }

  private static boolean isPlain(int c) {
    return MARKUP.indexOf(c) < 0
        && switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
