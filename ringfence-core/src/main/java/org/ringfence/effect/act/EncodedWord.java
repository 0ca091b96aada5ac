package org.ringfence.effect.act;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Text of an unstructured header field in ASCII (RFC 2047). */
final class EncodedWord {
  /** 75 characters a word, less its frame, as octets of base64. */
  private static final int OCTETS = 45;

  private EncodedWord() {}

  /** {@code text} as it is where that says the same, in encoded words where not. */
  static String of(String text) {
    boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 0x7F) && !text.contains("=?");
    return plain ? text : String.join(" ", words(text));
  }

  /** No character is cut in two: each word is decoded by itself. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    var piece = new StringBuilder();
    int octets = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      int length = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
      if (octets + length > OCTETS) {
        words.add(word(piece));
        piece.setLength(0);
        octets = 0;
      }
      piece.appendCodePoint(character);
      octets += length;
    }
    words.add(word(piece));
    return words;
  }

  private static String word(StringBuilder piece) {
    byte[] octets = piece.toString().getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(octets) + "?=";
  }
}
