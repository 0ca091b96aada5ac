package org.ringfence.connector.smtp;

import java.util.List;

/**
 * An address of the envelope with the parameters that stand behind it.
 *
 * @param address without the angle brackets; empty for the reverse-path of a notice
 * @param parameters such as "BODY=8BITMIME" or "NOTIFY=NEVER", as they were given
 */
public record MailPath(String address, List<String> parameters) {
  public MailPath {
    parameters = List.copyOf(parameters);
    if (address.chars().anyMatch(c -> c < ' ' || c == 0x7F || c == '>')) {
      throw new IllegalArgumentException("An address has no control characters and no bracket.");
    }
  }

  /** An address without parameters. */
  public static MailPath of(String address) {
    return new MailPath(address, List.of());
  }

  /** As a command has it. */
  String wire() {
    String path = "<" + address + ">";
    return parameters.isEmpty() ? path : path + " " + String.join(" ", parameters);
  }
}
