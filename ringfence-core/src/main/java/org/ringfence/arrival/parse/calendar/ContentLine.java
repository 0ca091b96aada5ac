package org.ringfence.arrival.parse.calendar;

import java.util.List;
import java.util.Locale;

/**
 * One content line (RFC 5545 §3.1, RFC 6350 §3.3).
 *
 * @param name the property's name in upper case, without a vCard group
 * @param parameters the parameters, in order
 * @param value the value as written, escapes included
 */
record ContentLine(String name, List<Parameter> parameters, String value) {
  ContentLine {
    parameters = List.copyOf(parameters);
  }

  /**
   * One parameter.
   *
   * @param name its name in upper case
   * @param value its value without quotes
   */
  record Parameter(String name, String value) {}

  /** The value of the parameter called {@code wanted}, empty where there is none. */
  String parameter(String wanted) {
    return parameters.stream()
        .filter(parameter -> parameter.name.equals(wanted))
        .map(Parameter::value)
        .findFirst()
        .orElse("");
  }

  /** Whether the value is written in {@code encoding}. */
  boolean isEncoded(String encoding) {
    // vCard 2.1 writes the bare word where later versions write ENCODING=.
    return parameter("ENCODING").equalsIgnoreCase(encoding)
        || parameters.stream().anyMatch(parameter -> parameter.name.equals(encoding));
  }

  /** The value as text: escapes undone (RFC 5545 §3.3.11), unknown ones taken literally. */
  String text() {
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char escaped = value.charAt(++i);
        text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** A property's name in upper case; a vCard group before it ("item1.TEL") is dropped. */
  static String normalName(String written) {
    return written.substring(written.lastIndexOf('.') + 1).trim().toUpperCase(Locale.ROOT);
  }
}
