package org.ringfence.knowledge;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text for people with places to fill in, such as {platform}.
 *
 * @param text as it stands in the file
 */
public record TextTemplate(String text) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)\\}");

  /** The names of the places. */
  public Set<String> placeholders() {
    Set<String> names = new TreeSet<>();
    PLACEHOLDER.matcher(text).results().forEach(found -> names.add(found.group(1)));
    return names;
  }

  /** Whether every brace belongs to a place. */
  boolean isWellFormed() {
    return PLACEHOLDER.matcher(text).replaceAll("").chars().noneMatch(c -> c == '{' || c == '}');
  }

  /**
   * The text with its places filled. What is filled in is never looked at again: words of a mail
   * that look like a place stay as they are.
   *
   * @throws IllegalArgumentException where a place has no value
   */
  public String fill(Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
  }

  private String value(MatchResult found, Map<String, String> values) {
    String value = values.get(found.group(1));
    if (value == null) {
      throw new IllegalArgumentException("\"" + text + "\" needs a value for " + found.group());
    }
    return value;
  }
}
