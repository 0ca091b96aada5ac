package org.ringfence.settings;

import java.time.Duration;
import java.util.stream.Stream;

/** How long what is kept. */
public final class KeepKeys {
  public static final Key<Duration> QUARANTINE =
      key("quarantine", 30, "Mail that was kept back and that nobody decided about.");
  public static final Key<Duration> ENDED =
      key("ended", 7, "The original of mail that was released, delivered or deleted.");
  public static final Key<Duration> CASES = key("cases", 90, "What was found out about mail.");
  public static final Key<Duration> CLEAR = key("clear", 14, "The same of clear mail.");
  public static final Key<Duration> ALERTS = key("alerts", 90, "Your own alerts in the ledger.");
  public static final Key<Duration> AUDIT = key("audit", 730, "Who did what.");

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
    return Stream.of(QUARANTINE, ENDED, CASES, CLEAR, ALERTS, AUDIT);
  }
}
