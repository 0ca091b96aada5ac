package org.ringfence.assessment.authentication.results;

/**
 * The one way by which text becomes a header field.
 *
 * <p>Much of the text was written by a stranger. Whatever the body holds, one field comes out: CR,
 * LF, NUL and every other control character become a space, what is not ASCII a question mark
 * (encode it before, RFC 2047), and lines are folded where the body has white space (RFC 5322
 * §2.2.3).
 */
public final class HeaderWriter {
  private static final int LINE_CHARS = 78;

  /** RFC 5322 §2.1.1: no line may be longer; where nothing can be folded, the body is cut. */
  private static final int HARD_LIMIT = 998;

  private HeaderWriter() {}

  /**
   * One field, with CRLF at its end.
   *
   * @throws IllegalArgumentException where {@code name} is no field name: names are ours
   */
  public static String field(String name, String body) {
    boolean isName = !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7F && c != ':');
    if (!isName) {
      throw new IllegalArgumentException("This is no name of a header field: " + clean(name));
    }
    var out = new StringBuilder(name).append(':');
    int line = out.length();
    for (String word : clean(body).strip().split(" +", -1)) {
      String part = word.substring(0, Math.min(word.length(), HARD_LIMIT - name.length() - 2));
      boolean fits = line + 1 + part.length() <= LINE_CHARS;
      out.append(fits || line <= name.length() + 1 ? " " : "\r\n ").append(part);
      line = fits ? line + 1 + part.length() : 1 + part.length();
    }
    return out.append("\r\n").toString();
  }

  private static String clean(String text) {
    var out = new StringBuilder(text.length());
    text.chars().forEach(c -> out.append(c < ' ' || c == 0x7F ? ' ' : c > 0x7F ? '?' : (char) c));
    return out.toString();
  }
}
