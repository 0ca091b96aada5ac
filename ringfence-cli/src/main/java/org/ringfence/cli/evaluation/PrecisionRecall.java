package org.ringfence.cli.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Precision and recall for every threshold of the score.
 *
 * @param points from the strictest threshold to the loosest
 */
public record PrecisionRecall(List<Point> points) {
  /**
   * What a threshold would give.
   *
   * @param threshold mails with at least this score count as found
   * @param precision the share of lures among those found
   * @param recall the share of the lures that are found
   */
  public record Point(double threshold, double precision, double recall) {}

  public PrecisionRecall {
    points = List.copyOf(points);
  }

  /** The curve of {@code outcomes}; no points where there is no lure among them. */
  public static PrecisionRecall of(List<Outcome> outcomes) {
    long lures = outcomes.stream().filter(outcome -> outcome.label().isPositive()).count();
    if (lures == 0) {
      return new PrecisionRecall(List.of());
    }
    List<Outcome> ranked = new ArrayList<>(outcomes);
    ranked.sort(Comparator.comparingDouble(Outcome::score).reversed());
    List<Point> points = new ArrayList<>();
    long hits = 0;
    for (int i = 0; i < ranked.size(); i++) {
      hits += ranked.get(i).label().isPositive() ? 1 : 0;
      boolean lastOfScore =
          i + 1 == ranked.size() || ranked.get(i + 1).score() < ranked.get(i).score();
      if (lastOfScore) {
        points.add(new Point(ranked.get(i).score(), hits / (i + 1.0), (double) hits / lures));
      }
    }
    return new PrecisionRecall(points);
  }

  /** The area under the curve as a sum of steps (average precision), 0 to 1. */
  public double averagePrecision() {
    double area = 0;
    double before = 0;
    for (Point point : points) {
      area += (point.recall() - before) * point.precision();
      before = point.recall();
    }
    return area;
  }
}
