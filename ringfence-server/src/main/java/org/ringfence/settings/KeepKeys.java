package org.ringfence.settings;

import java.time.Duration;
import java.util.stream.Stream;

/** How long what is kept. */
public final class KeepKeys {
  public static final Key<Duration> CASES = key("cases", 365, "What was found out about mail.");
  public static final Key<Duration> CLEAR = key("clear", 30, "The same of clear mail.");
  public static final Key<Duration> QUARANTINE =
      key(
          "quarantine",
          30,
          "Mail that nobody decided about, or that the next hop refused. What waits to be sent or"
              + " confirmed is kept as long as it waits.");
  public static final Key<Duration> FINISHED =
      key("finished", 14, "The original of mail that was sent or deleted.");
  public static final Key<Duration> AUDIT = key("audit", 730, "Who did what.");
  public static final Key<Duration> ALERTS = key("alerts", 90, "Your own alerts.");
  public static final Key<Duration> NUMBERS =
      key("numbers", 730, "Telephone numbers, after they were seen last.");
  public static final Key<Duration> COUNTERS =
      key("counters", 730, "Verdicts and rules by day, without a mail.");

  private KeepKeys() {}

  private static Key<Duration> key(String name, int days, String meaning) {
    return Key.of(
            "store.keep." + name,
            Forms.time(Duration.ofHours(1), Duration.ofDays(3_650)),
            Duration.ofDays(days),
            meaning)
        .fixed();
  }

  static Stream<Key<?>> all() {
    return Stream.of(CASES, CLEAR, QUARANTINE, FINISHED, AUDIT, ALERTS, NUMBERS, COUNTERS);
  }
}
