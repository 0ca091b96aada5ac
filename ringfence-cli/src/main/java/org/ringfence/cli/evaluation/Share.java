package org.ringfence.cli.evaluation;

import java.util.Locale;

/**
 * How many of how many, with the interval that the true share lies in with 95 % confidence.
 *
 * <p>The interval is Wilson's score interval (E. B. Wilson, JASA 22, 1927): unlike the textbook one
 * it stays honest for few mails and for shares near 0 and 1, which is where a filter lives.
 *
 * @param hits how many
 * @param total of how many
 */
public record Share(long hits, long total) {
  private static final double Z = 1.959963984540054;

  public Share {
    if (hits < 0 || hits > total) {
      throw new IllegalArgumentException(hits + " of " + total);
    }
  }

  /** The share, 0 to 1; not a number where there was nothing to count. */
  public double value() {
    return total == 0 ? Double.NaN : (double) hits / total;
  }

  /** The lower end of the interval. */
  public double low() {
    return hits == 0 ? 0 : Math.max(0, centre() - halfWidth());
  }

  /** The upper end of the interval. */
  public double high() {
    return hits == total ? 1 : Math.min(1, centre() + halfWidth());
  }

  private double centre() {
    return (hits + Z * Z / 2) / (total + Z * Z);
  }

  private double halfWidth() {
    double p = value();
    return Z * Math.sqrt(total * p * (1 - p) + Z * Z / 4) / (total + Z * Z);
  }

  /** For people: "56 of 57, 98.2 % (90.7 to 99.7)". */
  @Override
  public String toString() {
    if (total == 0) {
      return "0 of 0";
    }
    return String.format(
        Locale.ROOT,
        "%d of %d, %.1f %% (%.1f to %.1f)",
        hits,
        total,
        100 * value(),
        100 * low(),
        100 * high());
  }
}
