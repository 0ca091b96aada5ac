package org.ringfence.arrival.parse;

import org.ringfence.mail.Octets;

/** Header fields as text. */
public final class HeaderText {
  private HeaderText() {}

  /** An unfolded field body as mail clients read its octets: UTF-8 where valid (RFC 6532). */
  public static String body(Octets raw) {
    return Headers.unfolded(Headers.text(raw));
  }

  /** What a reader sees of an unstructured field body: its encoded words decoded (RFC 2047). */
  public static String shown(String body) {
    return EncodedWords.decode(body);
  }
}
