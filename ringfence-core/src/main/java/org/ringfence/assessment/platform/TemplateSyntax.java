package org.ringfence.assessment.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a template as a profile writes it.
 *
 * <p>{@code {slot NAME}} is a place for a customer's words, {@code {NAME:TYPE}} one for a value of
 * the platform's own; TYPE is a {@link ValueType.Named} or words parted by {@code |}. All else is
 * the platform's words.
 */
final class TemplateSyntax {
  private static final String SLOT = "slot ";

  private TemplateSyntax() {}

  /**
   * Reads {@code written}.
   *
   * @throws IllegalArgumentException for what is not a template, with a sentence for its author
   */
  static Template read(String written) {
    List<Template.Part> parts = new ArrayList<>();
    int at = 0;
    while (at < written.length()) {
      int open = written.indexOf('{', at);
      int wordsEnd = open < 0 ? written.length() : open;
      if (wordsEnd > at) {
        parts.add(new Template.Words(Line.words(written.substring(at, wordsEnd))));
      }
      if (open < 0) {
        break;
      }
      int close = written.indexOf('}', open);
      require(close > 0, written, "close the brace");
      boolean afterWords = parts.isEmpty() || parts.getLast() instanceof Template.Words;
      require(afterWords, written, "put words between two placeholders");
      parts.add(placeholder(written, written.substring(open + 1, close)));
      at = close + 1;
    }
    require(!parts.isEmpty(), written, "write at least one word");
    return new Template(parts);
  }

  private static Template.Placeholder placeholder(String template, String inside) {
    if (inside.startsWith(SLOT)) {
      return new Template.Typed(name(template, inside.substring(SLOT.length())));
    }
    int colon = inside.indexOf(':');
    require(colon > 0, template, "write {slot NAME} or {NAME:TYPE}");
    return new Template.Value(
        name(template, inside.substring(0, colon)), type(template, inside.substring(colon + 1)));
  }

  private static String name(String template, String name) {
    boolean ok = !name.isEmpty() && name.chars().allMatch(c -> c == '-' || (c >= 'a' && c <= 'z'));
    require(ok, template, "name placeholders in lower case with hyphens");
    return name;
  }

  private static ValueType type(String template, String type) {
    if (type.indexOf('|') >= 0) {
      return ValueType.Choice.of(type);
    }
    for (ValueType.Named named : ValueType.Named.values()) {
      if (named.name().toLowerCase(Locale.ROOT).equals(type)) {
        return named;
      }
    }
    throw refused(template, "use one of the types number, word, phrase, time, guid or A|B");
  }

  private static void require(boolean condition, String template, String advice) {
    if (!condition) {
      throw refused(template, advice);
    }
  }

  private static IllegalArgumentException refused(String template, String advice) {
    return new IllegalArgumentException(
        "The template \"%s\" cannot be read: %s.".formatted(template, advice));
  }
}
