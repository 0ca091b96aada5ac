package org.ringfence.door.smtp;

import java.util.Locale;

/**
 * A command (RFC 5321 §4.1.1).
 *
 * @param verb its first word, in upper case
 * @param rest what stands behind it, without blanks around it
 */
record CommandLine(String verb, String rest) {
  static CommandLine of(String line) {
    String[] words = line.split(" ", 2);
    return new CommandLine(
        words[0].toUpperCase(Locale.ROOT), words.length > 1 ? words[1].strip() : "");
  }

  /** Whether it can be none of this protocol: a request of another, or a header field. */
  boolean isForeign() {
    return switch (verb) {
      case "GET", "POST", "PUT", "HEAD", "CONNECT", "OPTIONS", "PRI" -> true;
      default -> verb.endsWith(":");
    };
  }

  /** Whether it holds what stands in no command. */
  boolean isUnreadable() {
    return rest.chars().anyMatch(c -> c < ' ' || c == 0x7F);
  }
}
