package org.ringfence.dispatch;

import java.time.Duration;

/**
 * How mail is sent out of our care.
 *
 * @param atOnce how many mails are being sent at once
 * @param poll how often it is looked for mail that is due
 * @param ask how often it is asked about held mail
 * @param first the wait after the first try; it doubles from try to try
 * @param longest the longest wait between two tries
 * @param giveUp how long it is tried in all (RFC 5321 §4.5.4.1 has four to five days)
 * @param drain how long mails that are being sent may take when the dispatch is closed
 */
public record DispatchSettings(
    int atOnce,
    Duration poll,
    Duration ask,
    Duration first,
    Duration longest,
    Duration giveUp,
    Duration drain) {
  public DispatchSettings {
    boolean positive =
        poll.isPositive()
            && ask.isPositive()
            && first.isPositive()
            && longest.isPositive()
            && giveUp.isPositive()
            && drain.isPositive();
    if (atOnce < 1 || !positive) {
      throw new IllegalArgumentException("The bounds of the dispatch must be positive.");
    }
  }

  /**
   * Four at once, looking every five seconds, asking every minute; tries after a minute, two, four
   * and so on up to an hour, for five days; half a minute to end.
   */
  public static DispatchSettings standard() {
    return new DispatchSettings(
        4,
        Duration.ofSeconds(5),
        Duration.ofMinutes(1),
        Duration.ofMinutes(1),
        Duration.ofHours(1),
        Duration.ofDays(5),
        Duration.ofSeconds(30));
  }

  /** How long to wait after so many tries, one at least. */
  Duration waitAfter(int attempts) {
    Duration wait = first;
    for (int i = 1; i < attempts && wait.compareTo(longest) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(longest) < 0 ? wait : longest;
  }

  /** Whether so many tries have taken all the time there is. */
  boolean isEnough(int attempts) {
    Duration passed = Duration.ZERO;
    for (int i = 1; i <= attempts && passed.compareTo(giveUp) < 0; i++) {
      passed = passed.plus(waitAfter(i));
    }
    return passed.compareTo(giveUp) >= 0;
  }
}
