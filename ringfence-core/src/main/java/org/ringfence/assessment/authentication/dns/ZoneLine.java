package org.ringfence.assessment.authentication.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a line of a zone file into words (RFC 1035 §5.1). */
final class ZoneLine {
  private final String line;
  private int at;

  /**
   * A word.
   *
   * @param text without its quotes and backslashes
   * @param quoted whether it stood in quotes
   */
  record Word(String text, boolean quoted) {
    /** Whether the word is this one of the file's own language. */
    boolean is(String keyword) {
      return !quoted && text.equalsIgnoreCase(keyword);
    }
  }

  private ZoneLine(String line) {
    this.line = line;
  }

  /** The words before a comment; empty when a quoted string does not end. */
  static Optional<List<Word>> words(String line) {
    var cutter = new ZoneLine(line);
    List<Word> words = new ArrayList<>();
    while (cutter.skipSpace()) {
      boolean quoted = line.charAt(cutter.at) == '"';
      Optional<String> text = quoted ? cutter.quoted() : Optional.of(cutter.bare());
      if (text.isEmpty()) {
        return Optional.empty();
      }
      words.add(new Word(text.get(), quoted));
    }
    return Optional.of(words);
  }

  /** Whether a word follows. */
  private boolean skipSpace() {
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at < line.length() && line.charAt(at) != ';';
  }

  private Optional<String> quoted() {
    at++;
    var text = new StringBuilder();
    while (at < line.length() && line.charAt(at) != '"') {
      text.append(character());
    }
    boolean ended = at++ < line.length();
    return ended ? Optional.of(text.toString()) : Optional.empty();
  }

  private String bare() {
    var text = new StringBuilder();
    while (at < line.length()
        && !Character.isWhitespace(line.charAt(at))
        && line.charAt(at) != ';') {
      text.append(character());
    }
    return text.toString();
  }

  /** One character; "\X" is X itself, "\DDD" the octet of that decimal number. */
  private char character() {
    char c = line.charAt(at++);
    if (c != '\\' || at >= line.length()) {
      return c;
    }
    Optional<Character> octet = octet();
    return octet.orElseGet(() -> line.charAt(at++));
  }

  private Optional<Character> octet() {
    if (at + 3 > line.length() || !line.substring(at, at + 3).chars().allMatch(ZoneLine::isDigit)) {
      return Optional.empty();
    }
    int octet = Integer.parseInt(line.substring(at, at + 3));
    at += 3;
    return Optional.of((char) octet);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
