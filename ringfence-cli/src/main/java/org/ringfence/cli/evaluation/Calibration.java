package org.ringfence.cli.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a score of 0.8 means that 8 of 10 such mails are lures.
 *
 * @param bins ten equal steps of the score, those without a mail left out
 * @param brier the mean squared distance of score and truth (Brier 1950): 0 is perfect
 */
public record Calibration(List<Bin> bins, double brier) {
  private static final int BINS = 10;

  /**
   * The mails of one step.
   *
   * @param meanScore what the scores say
   * @param lures what is true
   */
  public record Bin(double meanScore, Share lures) {}

  public Calibration {
    bins = List.copyOf(bins);
  }

  /** The calibration of {@code outcomes}. */
  public static Calibration of(List<Outcome> outcomes) {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      int number = i;
      List<Outcome> inside =
          outcomes.stream().filter(outcome -> bin(outcome.score()) == number).toList();
      if (!inside.isEmpty()) {
        bins.add(bin(inside));
      }
    }
    double brier = outcomes.stream().mapToDouble(Calibration::squaredError).average().orElse(0);
    return new Calibration(bins, brier);
  }

  private static int bin(double score) {
    return Math.clamp((int) (score * BINS), 0, BINS - 1);
  }

  private static Bin bin(List<Outcome> inside) {
    double mean = inside.stream().mapToDouble(Outcome::score).average().orElseThrow();
    long lures = inside.stream().filter(outcome -> outcome.label().isPositive()).count();
    return new Bin(mean, new Share(lures, inside.size()));
  }

  private static double squaredError(Outcome outcome) {
    double error = outcome.score() - (outcome.label().isPositive() ? 1 : 0);
    return error * error;
  }
}
