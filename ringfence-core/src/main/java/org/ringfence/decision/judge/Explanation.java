package org.ringfence.decision.judge;

import java.util.List;

/**
 * A tree of reasons. The parts' values add up to the whole's.
 *
 * @param value the share in the verdict, in log-odds (natural logarithm); above zero speaks for
 *     callback phishing
 * @param description what it is, one short sentence
 * @param parts what it is made of; empty for a leaf
 */
public record Explanation(double value, String description, List<Explanation> parts) {
  public Explanation {
    parts = List.copyOf(parts);
  }

  /** A leaf. */
  public static Explanation leaf(double value, String description) {
    return new Explanation(value, description, List.of());
  }

  /** A node whose value is the sum of its parts. */
  public static Explanation sum(String description, List<Explanation> parts) {
    return new Explanation(
        parts.stream().mapToDouble(Explanation::value).sum(), description, parts);
  }
}
