package org.ringfence.connector.smtp;

import java.util.List;
import java.util.Optional;

/**
 * What a host says (RFC 5321 §4.2).
 *
 * @param code the reply code, 200 to 599
 * @param lines its text, a line at least, without the code and without line ends
 */
public record Reply(int code, List<String> lines) {
  public Reply {
    lines = List.copyOf(lines);
    if (code < 200 || code > 599 || lines.isEmpty()) {
      throw new IllegalArgumentException(code + " is no reply.");
    }
    if (lines.stream().anyMatch(line -> line.chars().anyMatch(c -> c < ' ' && c != '\t'))) {
      throw new IllegalArgumentException("A reply has no control characters.");
    }
  }

  /** A reply of one line; {@code text} begins with the enhanced code where it has one. */
  public static Reply of(int code, String text) {
    return new Reply(code, List.of(text));
  }

  /** Whether it says yes, or go on. */
  public boolean isPositive() {
    return code < 400;
  }

  /** Whether it says no, for good. */
  public boolean isPermanent() {
    return code >= 500;
  }

  /** Its enhanced status code, such as "5.7.1" (RFC 3463). */
  public Optional<String> enhanced() {
    String word = lines.getFirst().split(" ", 2)[0];
    String[] numbers = word.split("\\.", -1);
    boolean isStatus =
        numbers.length == 3
            && numbers[0].equals(String.valueOf(code / 100))
            && isNumber(numbers[1])
            && isNumber(numbers[2]);
    return isStatus ? Optional.of(word) : Optional.empty();
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= 3
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * The reply as it is passed on by somebody who does not close his own connection: 421 says that
   * the connection ends (RFC 5321 §3.8).
   */
  public Reply staying() {
    return code == 421 ? new Reply(451, lines) : this;
  }

  /** The reply as it is written, with all line ends. */
  public String wire() {
    var wire = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      char separator = i < lines.size() - 1 ? '-' : ' ';
      wire.append(code).append(separator).append(lines.get(i)).append("\r\n");
    }
    return wire.toString();
  }

  /** On one line. */
  @Override
  public String toString() {
    return code + " " + String.join(" ", lines);
  }
}
