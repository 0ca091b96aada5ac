package org.ringfence.connector.smtp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a host offers (RFC 5321 §4.1.1.1).
 *
 * @param keywords each in upper case, with what stands behind it
 */
public record Extensions(Map<String, String> keywords) {
  public Extensions {
    keywords = Map.copyOf(keywords);
  }

  /** Nothing is offered. */
  public static Extensions none() {
    return new Extensions(Map.of());
  }

  /** Reads the answer to EHLO. */
  static Extensions of(Reply hello) {
    Map<String, String> keywords = new LinkedHashMap<>();
    for (String line : hello.lines().subList(1, hello.lines().size())) {
      String[] words = line.strip().split("[ =]", 2);
      keywords.putIfAbsent(words[0].toUpperCase(Locale.ROOT), words.length > 1 ? words[1] : "");
    }
    return new Extensions(keywords);
  }

  /** Whether {@code keyword} is offered. */
  public boolean has(String keyword) {
    return keywords.containsKey(keyword);
  }

  /** The words behind {@code keyword}, in upper case. */
  Set<String> words(String keyword) {
    String words = keywords.getOrDefault(keyword, "").toUpperCase(Locale.ROOT);
    // A host may say one twice, which Set.of would not forgive.
    return Set.copyOf(List.of(words.split(" ", -1)));
  }
}
