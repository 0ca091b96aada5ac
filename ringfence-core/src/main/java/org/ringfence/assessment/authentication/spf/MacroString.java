package org.ringfence.assessment.authentication.spf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Text with macros (RFC 7208 §7). */
record MacroString(List<Piece> pieces) {
  /** No name and no reply is longer; a record of 64 KB could else write 16,000 addresses. */
  private static final int LONGEST = 4_096;

  MacroString {
    pieces = List.copyOf(pieces);
  }

  /** What the letters stand for; letters come in lower case. */
  interface Values {
    String of(char letter);
  }

  /** Literal text, or a macro. */
  sealed interface Piece {}

  /** Text that stands for itself. */
  record Literal(String text) implements Piece {}

  /**
   * A macro with its transformers (RFC 7208 §7.1).
   *
   * @param letter in lower case
   * @param escaped whether the result is URL-escaped: the letter stood in upper case
   * @param keep how many parts on the right stay
   * @param reversed whether the parts are reversed before
   * @param delimiters where the value is split
   */
  record Macro(char letter, boolean escaped, int keep, boolean reversed, String delimiters)
      implements Piece {
    /** The value, split, reversed, cut and joined by dots. */
    String transform(String value) {
      List<String> parts = split(value);
      if (reversed) {
        Collections.reverse(parts);
      }
      String kept = String.join(".", parts.subList(Math.max(0, parts.size() - keep), parts.size()));
      return escaped ? escape(kept) : kept;
    }

    private List<String> split(String value) {
      List<String> parts = new ArrayList<>();
      int start = 0;
      for (int i = 0; i <= value.length(); i++) {
        if (i == value.length() || delimiters.indexOf(value.charAt(i)) >= 0) {
          parts.add(value.substring(start, i));
          start = i + 1;
        }
      }
      return parts;
    }

    /** Octets outside of "unreserved" (RFC 3986 §2.3) as %XX. */
    private static String escape(String text) {
      var escaped = new StringBuilder();
      for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
        if (octet > 0 && (Character.isLetterOrDigit(octet) || "-._~".indexOf(octet) >= 0)) {
          escaped.append((char) octet);
        } else {
          escaped.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
        }
      }
      return escaped.toString();
    }
  }

  /** The text with every macro replaced. */
  String expand(Values values) throws SpfError {
    var text = new StringBuilder();
    for (Piece piece : pieces) {
      text.append(
          switch (piece) {
            case Literal literal -> literal.text();
            case Macro macro -> macro.transform(values.of(macro.letter()));
          });
      if (text.length() > LONGEST) {
        throw SpfError.permanent(
            "A macro of the SPF record expands to more than " + LONGEST + " characters.");
      }
    }
    return text.toString();
  }
}
