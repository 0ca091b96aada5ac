package org.ringfence.cli.evaluation;

import java.time.Duration;
import java.util.List;

/**
 * How fast mails were judged.
 *
 * @param mails how many
 * @param wall the time from the first to the last, reading the files included
 * @param median the time of one mail that half of them stayed below
 * @param p95 the time that 95 of 100 stayed below
 * @param p99 the time that 99 of 100 stayed below
 * @param slowest the longest
 */
public record Speed(
    int mails, Duration wall, Duration median, Duration p95, Duration p99, Duration slowest) {
  /** The speed of {@code outcomes}, judged in {@code wall}. */
  public static Speed of(List<Outcome> outcomes, Duration wall) {
    List<Duration> times = outcomes.stream().map(Outcome::elapsed).sorted().toList();
    return new Speed(
        times.size(), wall, at(times, 0.5), at(times, 0.95), at(times, 0.99), at(times, 1));
  }

  private static Duration at(List<Duration> times, double quantile) {
    if (times.isEmpty()) {
      return Duration.ZERO;
    }
    return times.get(Math.clamp((int) Math.ceil(quantile * times.size()) - 1, 0, times.size() - 1));
  }

  /** Mails a second over the whole run. */
  public double mailsPerSecond() {
    return wall.isZero() ? 0 : mails * 1e9 / wall.toNanos();
  }
}
