package org.ringfence.arrival.parse;

import java.nio.charset.StandardCharsets;

/** Text back to the octets it was read from. */
final class Latin1 {
  private Latin1() {}

  /**
   * The octets of a piece of a header field: one for each character up to U+00FF; where raw 8-bit
   * text stands among the encoded, its UTF-8 octets.
   */
  static byte[] octets(String text, int from, int to) {
    String piece = text.substring(from, to);
    boolean narrow = piece.chars().allMatch(c -> c < 0x80);
    return piece.getBytes(narrow ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }
}
