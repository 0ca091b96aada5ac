package org.ringfence.decision.judge;

import java.util.List;

/**
 * A straight line from raw log-odds to calibrated ones.
 *
 * @param slope never below zero
 * @param offset what is added
 */
record Line(double slope, double offset) {
  /** One left-out example. */
  record Point(double logOdds, boolean callback) {}

  private static final int ROUNDS = 2_000;
  private static final double STEP = 0.02;

  /**
   * How many examples the line "as it is" counts for: few errors must not make the slope run away.
   */
  private static final double TRUST_IN_IDENTITY = 20;

  static Line fit(List<Point> points) {
    double slope = 1;
    double offset = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double slopeGradient = -TRUST_IN_IDENTITY * (slope - 1);
      double offsetGradient = -TRUST_IN_IDENTITY * offset;
      for (Point point : points) {
        double error =
            (point.callback() ? 1 : 0) - Judge.probability(slope * point.logOdds() + offset);
        slopeGradient += error * point.logOdds();
        offsetGradient += error;
      }
      slope = Math.max(0.1, slope + STEP * slopeGradient / points.size());
      offset += STEP * offsetGradient / points.size();
    }
    return new Line(slope, offset);
  }
}
