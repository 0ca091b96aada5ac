package org.ringfence.door.http.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody filled in: the fields of a form or of a query.
 *
 * @param fields the values of each field, in their order
 */
public record Form(Map<String, List<String>> fields) {
  private static final int MOST_FIELDS = 2_000;

  public Form {
    fields = Map.copyOf(fields);
  }

  /**
   * Reads what a browser sends as {@code application/x-www-form-urlencoded}.
   *
   * @throws PageRefusal where it cannot be read
   */
  public static Form read(String encoded) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    String[] pairs = encoded.isEmpty() ? new String[0] : encoded.split("&", MOST_FIELDS + 1);
    if (pairs.length > MOST_FIELDS) {
      throw PageRefusal.unreadable();
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
    return new Form(fields);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException wrong) {
      throw PageRefusal.unreadable();
    }
  }

  /** The first value of a field without white space around it; empty where there is none. */
  public String text(String name) {
    return exact(name).strip();
  }

  /** The first value of a field as it was typed, as a password must be. */
  public String exact(String name) {
    return fields.getOrDefault(name, List.of("")).getFirst();
  }

  /** All values of a field. */
  public List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }
}
