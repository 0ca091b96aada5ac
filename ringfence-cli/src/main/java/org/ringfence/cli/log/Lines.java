package org.ringfence.cli.log;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** What both forms of the log have in common: one event is one line, whatever it says. */
final class Lines {
  private Lines() {}

  /** Printable ASCII: a stranger's word can neither end the line nor steer a terminal. */
  static String printable(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(c -> line.append(c >= ' ' && c <= '~' ? (char) c : '?'));
    return line.toString();
  }

  static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  /** The class alone of a logger's name. */
  static String shortName(String logger) {
    return logger.substring(logger.lastIndexOf('.') + 1);
  }

  static List<KeyValuePair> pairs(@Nullable List<KeyValuePair> pairs) {
    return pairs == null ? List.of() : pairs;
  }
}
