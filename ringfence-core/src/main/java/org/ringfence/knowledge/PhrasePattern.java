package org.ringfence.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * A phrase of a vocabulary as an analyst writes it: {@code "{has,have} been charged"} stands for
 * two phrases. Alternatives may hold alternatives once, and may be empty; a {@code *} at the end
 * stands for any ending of the last word.
 */
final class PhrasePattern {
  /** The most phrases one pattern may stand for. */
  static final int MOST = 500;

  private static final int DEEPEST = 2;

  private final String pattern;
  private int at;

  private PhrasePattern(String pattern) {
    this.pattern = pattern;
  }

  /**
   * All phrases that {@code pattern} stands for, in its order, each once.
   *
   * @throws IllegalArgumentException where it is malformed or stands for too many; the message says
   *     which
   */
  static List<String> expand(String pattern) {
    PhrasePattern reading = new PhrasePattern(pattern);
    List<String> phrases = reading.sequence(0);
    if (reading.at < pattern.length()) {
      throw new IllegalArgumentException("the brace \"}\" closes nothing");
    }
    return phrases.stream().map(PhrasePattern::tidy).distinct().toList();
  }

  private static String tidy(String phrase) {
    String tidy = phrase.contains("  ") ? phrase.replaceAll(" {2,}", " ").strip() : phrase.strip();
    int star = tidy.indexOf('*');
    if (tidy.isEmpty() || star == 0) {
      throw new IllegalArgumentException("it stands for an empty phrase");
    }
    if (star >= 0 && star < tidy.length() - 1) {
      throw new IllegalArgumentException("a \"*\" may only stand at the end");
    }
    return tidy;
  }

  /** Reads up to the end, or to the comma or brace that ends an alternative. */
  private List<String> sequence(int depth) {
    List<String> phrases = List.of("");
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (c == '}' || (c == ',' && depth > 0)) {
        break;
      }
      phrases = join(phrases, c == '{' ? alternatives(depth + 1) : List.of(literal(depth)));
    }
    return phrases;
  }

  private List<String> alternatives(int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("braces stand in braces in braces");
    }
    List<String> all = new ArrayList<>();
    do {
      at++;
      all.addAll(sequence(depth));
    } while (at < pattern.length() && pattern.charAt(at) == ',');
    if (at == pattern.length()) {
      throw new IllegalArgumentException("a brace \"{\" is not closed");
    }
    at++;
    return all;
  }

  private String literal(int depth) {
    int start = at;
    while (at < pattern.length() && !ends(pattern.charAt(at), depth)) {
      at++;
    }
    return pattern.substring(start, at);
  }

  private static boolean ends(char c, int depth) {
    return c == '{' || c == '}' || (c == ',' && depth > 0);
  }

  private static List<String> join(List<String> heads, List<String> tails) {
    if (heads.size() * tails.size() > MOST) {
      throw new IllegalArgumentException("it stands for more than " + MOST + " phrases");
    }
    List<String> joined = new ArrayList<>(heads.size() * tails.size());
    for (String head : heads) {
      for (String tail : tails) {
        joined.add(head + tail);
      }
    }
    return joined;
  }
}
