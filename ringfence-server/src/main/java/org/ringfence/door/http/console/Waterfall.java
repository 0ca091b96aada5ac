package org.ringfence.door.http.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ringfence.report.CaseReport.Hallmark;

/**
 * Hallmarks as steps to a verdict: each begins where the one before ended. Units are hundredths of
 * the plot's width.
 *
 * @param steps the strongest first
 */
public record Waterfall(List<Step> steps) {
  /**
   * A step.
   *
   * @param from where its bar begins
   * @param width how long it is
   */
  public record Step(Hallmark hallmark, double from, double width) {
    /** Whether it speaks for callback phishing. */
    public boolean accuses() {
      return hallmark.contribution() > 0;
    }
  }

  /** The steps of these hallmarks. */
  static Waterfall of(List<Hallmark> hallmarks) {
    List<Hallmark> sorted =
        hallmarks.stream()
            .sorted(Comparator.comparingDouble((Hallmark one) -> -Math.abs(one.contribution())))
            .toList();
    double[] sums = new double[sorted.size() + 1];
    for (int i = 0; i < sorted.size(); i++) {
      sums[i + 1] = sums[i] + sorted.get(i).contribution();
    }
    double low = Arrays.stream(sums).min().orElse(0);
    double high = Arrays.stream(sums).max().orElse(0);
    double unit = high > low ? 100 / (high - low) : 0;
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      double from = (Math.min(sums[i], sums[i + 1]) - low) * unit;
      double width = Math.max(0.6, Math.abs(sums[i + 1] - sums[i]) * unit);
      steps.add(new Step(sorted.get(i), from, width));
    }
    return new Waterfall(steps);
  }
}
