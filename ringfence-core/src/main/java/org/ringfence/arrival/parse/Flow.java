package org.ringfence.arrival.parse;

import java.util.Locale;

/** How the lines of a plain text part run (RFC 3676). */
enum Flow {
  /** Each line stands for itself. */
  FIXED,
  /** A line that ends with a space goes on in the next. */
  FLOWED,
  /** The same, and that space is not part of the text. */
  FLOWED_DELSP;

  static Flow of(ContentField contentType) {
    if (!contentType.parameter("format").toLowerCase(Locale.ROOT).equals("flowed")) {
      return FIXED;
    }
    boolean delSp = contentType.parameter("delsp").toLowerCase(Locale.ROOT).equals("yes");
    return delSp ? FLOWED_DELSP : FLOWED;
  }

  /** The text as a client shows it: LF line ends, no NUL, flowed lines joined. */
  String shown(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    return this == FIXED ? lines : joined(lines);
  }

  private String joined(String lines) {
    var out = new StringBuilder(lines.length());
    int start = 0;
    while (start < lines.length()) {
      int lf = lines.indexOf('\n', start);
      int end = lf < 0 ? lines.length() : lf;
      boolean signature = end - start == 3 && lines.startsWith("-- ", start);
      boolean soft = lf >= 0 && end > start && lines.charAt(end - 1) == ' ' && !signature;
      out.append(lines, start, soft && this == FLOWED_DELSP ? end - 1 : end);
      if (lf >= 0 && !soft) {
        out.append('\n');
      }
      start = end + 1;
    }
    return out.toString();
  }
}
