package org.ringfence.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sentence of a platform as a profile writes it, taken apart: {@code "Alert '{slot rule-name}'
 * was fired"}.
 *
 * @param parts its words and places, in order; between two places there are always words
 */
public record PlatformTemplate(List<Part> parts) {
  /** The types of a value that have a name. */
  public static final List<String> TYPES = List.of("number", "word", "phrase", "time", "guid");

  private static final List<String> WRITTEN =
      Stream.concat(TYPES.stream(), Stream.of("A|B")).toList();
  private static final String SLOT = "slot ";

  public PlatformTemplate {
    parts = List.copyOf(parts);
  }

  /** A piece of a template. */
  public sealed interface Part {}

  /** The platform's own words, as written. */
  public record Words(String text) implements Part {}

  /** A place for a customer's words. */
  public record Slot(String name) implements Part {}

  /**
   * A place for a value of the platform's own.
   *
   * @param type one of {@link #TYPES}, or words parted by {@code |}
   */
  public record Value(String name, String type) implements Part {}

  /**
   * Takes {@code written} apart.
   *
   * @throws IllegalArgumentException for what is no template; the message is for its author
   */
  public static PlatformTemplate of(String written) {
    try {
      return new PlatformTemplate(parts(written));
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(
          "the template \"%s\" cannot be read: %s".formatted(written, refused.getMessage()),
          refused);
    }
  }

  private static List<Part> parts(String written) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < written.length()) {
      int open = written.indexOf('{', at);
      int wordsEnd = open < 0 ? written.length() : open;
      if (wordsEnd > at) {
        parts.add(words(written.substring(at, wordsEnd)));
      }
      at = wordsEnd;
      if (open >= 0) {
        int close = written.indexOf('}', open);
        int next = written.indexOf('{', open + 1);
        require(close > 0 && (next < 0 || next > close), "close the brace");
        boolean afterWords = parts.isEmpty() || parts.getLast() instanceof Words;
        require(afterWords, "put words between two placeholders");
        parts.add(place(written.substring(open + 1, close)));
        at = close + 1;
      }
    }
    require(!parts.isEmpty(), "write at least one word");
    return parts;
  }

  private static Words words(String text) {
    require(text.indexOf('}') < 0, "a brace \"}\" closes nothing");
    return new Words(text);
  }

  private static Part place(String inside) {
    if (inside.startsWith(SLOT)) {
      return new Slot(name(inside.substring(SLOT.length())));
    }
    int colon = inside.indexOf(':');
    require(colon > 0, "\"{" + inside + "}\" is no place, write {slot NAME} or {NAME:TYPE}");
    return new Value(name(inside.substring(0, colon)), type(inside.substring(colon + 1)));
  }

  private static String name(String name) {
    boolean ok = !name.isEmpty() && name.chars().allMatch(c -> c == '-' || (c >= 'a' && c <= 'z'));
    require(ok, "the name \"" + name + "\" is not in lower-case letters and hyphens");
    return name;
  }

  private static String type(String type) {
    if (type.indexOf('|') >= 0) {
      boolean full = Arrays.stream(type.split("\\|", -1)).noneMatch(String::isBlank);
      require(full, "\"" + type + "\" has an empty alternative");
      return type;
    }
    require(
        TYPES.contains(type), "unknown type \"" + type + "\", " + Wording.allowed(type, WRITTEN));
    return type;
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new IllegalArgumentException(what);
    }
  }
}
