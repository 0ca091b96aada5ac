package org.ringfence.door.http.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The address of a page of ours.
 *
 * @param text path and query
 */
public record Address(String text) {
  /** The page of a case. */
  public static Address ofCase(String id) {
    return new Address("/console/cases/" + id);
  }

  /** The list of cases. */
  public static Address cases() {
    return new Address("/console/cases");
  }

  /** The same with a parameter; without one where it is empty. */
  public Address with(String name, String value) {
    return value.isEmpty()
        ? this
        : new Address(
            text
                + (text.contains("?") ? "&" : "?")
                + name
                + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return text;
  }
}
