package org.ringfence.door.http.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringfence.report.CaseReport.Hallmark;
import org.ringfence.report.CaseReport.Quote;

/**
 * Hallmarks as steps to a verdict: each begins where the one before ended. Units are hundredths of
 * the plot's width.
 *
 * @param steps the strongest first
 */
public record Waterfall(List<Step> steps) {
  private static final int LONGEST = 400;

  /**
   * A step.
   *
   * @param from where its bar begins
   * @param width how long it is
   * @param evidence its words, by where they stand
   */
  public record Step(Hallmark hallmark, double from, double width, List<Evidence> evidence) {
    /** Whether it speaks for callback phishing. */
    public boolean accuses() {
      return hallmark.contribution() > 0;
    }
  }

  /**
   * Words of a mail that led to a finding.
   *
   * @param where where they stand
   * @param words each once, made harmless
   */
  public record Evidence(String where, List<String> words) {}

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
      steps.add(new Step(sorted.get(i), from, width, evidence(sorted.get(i))));
    }
    return new Waterfall(steps);
  }

  private static List<Evidence> evidence(Hallmark hallmark) {
    Map<String, Set<String>> byPlace = new LinkedHashMap<>();
    for (Quote quote : hallmark.places()) {
      if (!quote.quote().isBlank()) {
        byPlace
            .computeIfAbsent(where(quote), _ -> new LinkedHashSet<>())
            .add(Shown.line(quote.quote(), LONGEST));
      }
    }
    return byPlace.entrySet().stream()
        .map(place -> new Evidence(place.getKey(), List.copyOf(place.getValue())))
        .toList();
  }

  private static String where(Quote quote) {
    String surface = Shown.surface(quote.surface());
    return quote.slot() == null
        ? surface
        : surface + ", typed by a stranger into \u201C" + quote.slot() + "\u201D";
  }
}
