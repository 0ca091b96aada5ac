package org.ringfence.assessment.authentication.spf;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.assessment.authentication.spf.MacroString.Literal;
import org.ringfence.assessment.authentication.spf.MacroString.Macro;
import org.ringfence.assessment.authentication.spf.MacroString.Piece;

/** Reads text with macros by the grammar of RFC 7208 §7.1. Errors are permerror. */
final class MacroParser {
  private static final String TERM_LETTERS = "slodiphv";
  private static final String EXPLANATION_LETTERS = TERM_LETTERS + "crt";
  private static final String DELIMITERS = ".-+,/_=";

  private final String text;
  private final String letters;
  private final char lowest;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int at;
  private int macroEnd;

  private MacroParser(String text, String letters, char lowest) {
    this.text = text;
    this.letters = letters;
    this.lowest = lowest;
  }

  /** A "domain-spec": its end is a macro, or a dot and a top-level label. */
  static MacroString domain(String text) throws SpfError {
    var parser = new MacroParser(text, TERM_LETTERS, '!');
    MacroString domain = parser.parse();
    if (!parser.endsAsDomain()) {
      throw parser.error("does not end in a top-level domain");
    }
    return domain;
  }

  /** A "macro-string", the value of a modifier that nobody knows. */
  static MacroString modifier(String text) throws SpfError {
    return new MacroParser(text, TERM_LETTERS, '!').parse();
  }

  /** An "explain-string", which may hold spaces and three more letters. */
  static MacroString explanation(String text) throws SpfError {
    return new MacroParser(text, EXPLANATION_LETTERS, ' ').parse();
  }

  private MacroString parse() throws SpfError {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '%') {
        readPercent();
      } else if (c >= lowest && c <= '~') {
        literal.append(c);
        at++;
      } else {
        throw error("holds a character that is not visible ASCII");
      }
    }
    endLiteral();
    return new MacroString(pieces);
  }

  private void endLiteral() {
    if (!literal.isEmpty()) {
      pieces.add(new Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private void readPercent() throws SpfError {
    switch (peek(1)) {
      case '%' -> literal.append('%');
      case '_' -> literal.append(' ');
      case '-' -> literal.append("%20");
      case '{' -> {
        endLiteral();
        pieces.add(readMacro());
      }
      default -> throw error("has a percent sign that starts no macro");
    }
    at = macroEnd = Math.max(at + 2, macroEnd);
  }

  /** "{" macro-letter transformers *delimiter "}". */
  private Macro readMacro() throws SpfError {
    char written = peek(2);
    char letter = Character.toLowerCase(written);
    if (letters.indexOf(letter) < 0) {
      throw error("has a macro that is not allowed there");
    }
    int start = at + 3;
    int digitsEnd = run(start, "0123456789");
    boolean reversed = digitsEnd < text.length() && "rR".indexOf(text.charAt(digitsEnd)) >= 0;
    int delimitersStart = digitsEnd + (reversed ? 1 : 0);
    int end = run(delimitersStart, DELIMITERS);
    if (end >= text.length() || text.charAt(end) != '}') {
      throw error("has a macro that does not end");
    }
    macroEnd = end + 1;
    String delimiters = end > delimitersStart ? text.substring(delimitersStart, end) : ".";
    int keep = keep(text.substring(start, digitsEnd));
    return new Macro(letter, written != letter, keep, reversed, delimiters);
  }

  private int keep(String digits) throws SpfError {
    if (digits.isEmpty()) {
      return Integer.MAX_VALUE;
    }
    String number = digits.replaceFirst("^0+", "");
    if (number.isEmpty()) {
      throw error("has a macro that keeps no part");
    }
    return number.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(number);
  }

  private int run(int from, String members) {
    int end = from;
    while (end < text.length() && members.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  private boolean endsAsDomain() {
    if (text.isEmpty() || macroEnd == text.length()) {
      return !text.isEmpty();
    }
    String tail = text.substring(macroEnd);
    String name = tail.endsWith(".") ? tail.substring(0, tail.length() - 1) : tail;
    int dot = name.lastIndexOf('.');
    return dot >= 0 && isTopLabel(name.substring(dot + 1));
  }

  /** Letters, digits and inner hyphens, not all of them digits ("toplabel"). */
  private static boolean isTopLabel(String label) {
    boolean members =
        label.chars().allMatch(c -> c == '-' || (c < 0x80 && Character.isLetterOrDigit(c)));
    boolean number = label.chars().allMatch(c -> c >= '0' && c <= '9');
    return members && !number && !label.startsWith("-") && !label.endsWith("-");
  }

  private SpfError error(String what) {
    return SpfError.permanent("\"%s\" %s.".formatted(Shown.quote(text), what));
  }
}
