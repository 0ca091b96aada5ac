package org.ringfence.store;

import java.time.Duration;

/**
 * How long what is kept. What still waits to be sent or confirmed is kept whatever is said here.
 *
 * @param cases cases that are not clear
 * @param clear cases of clear mail
 * @param quarantine mail that nobody has decided about, or that the next host refused
 * @param finished mail that was sent or deleted
 * @param audit the audit log
 * @param alerts copies of the site's own alerts
 * @param numbers numbers seen, after they were seen last
 * @param counters verdicts and rules by day
 */
public record Retention(
    Duration cases,
    Duration clear,
    Duration quarantine,
    Duration finished,
    Duration audit,
    Duration alerts,
    Duration numbers,
    Duration counters) {
  public Retention {
    for (Duration kept :
        new Duration[] {cases, clear, quarantine, finished, audit, alerts, numbers, counters}) {
      if (!kept.isPositive()) {
        throw new IllegalArgumentException("Whatever is kept must be kept for some time.");
      }
    }
  }

  /** What is kept where the site says nothing else. */
  public static Retention standard() {
    return new Retention(
        Duration.ofDays(365),
        Duration.ofDays(30),
        Duration.ofDays(30),
        Duration.ofDays(14),
        Duration.ofDays(730),
        Duration.ofDays(90),
        Duration.ofDays(730),
        Duration.ofDays(730));
  }

  /** The same, with alerts kept for {@code time}. */
  public Retention withAlerts(Duration time) {
    return new Retention(cases, clear, quarantine, finished, audit, time, numbers, counters);
  }
}
