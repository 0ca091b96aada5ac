package org.ringfence.assessment.authentication.dns;

import java.time.Duration;

/**
 * How long answers are kept. Short times on purpose: an {@link Answer} has no time to live of its
 * own, and the recursive resolver of the site, which knows it, is near.
 *
 * @param entries how many answers are kept; the one unused for longest makes room
 * @param answerChars answers with more characters are not kept, so that a stranger's records bound
 *     the memory at {@code entries * answerChars}
 * @param records how long records are kept
 * @param absence how long "no such name" and "no data" are kept
 * @param trouble how long trouble is kept, so that a dead server costs its time-out once
 */
public record CacheSettings(
    int entries, int answerChars, Duration records, Duration absence, Duration trouble) {
  public CacheSettings {
    if (entries < 1) {
      throw new IllegalArgumentException("The DNS cache must be allowed at least one entry.");
    }
  }

  /** What serves a busy MTA in at most some 40 MB. */
  public static CacheSettings standard() {
    return new CacheSettings(
        10_000, 4_096, Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofSeconds(10));
  }

  Duration keeps(Answer answer) {
    return switch (answer) {
      case Answer.Records any -> records;
      case Answer.NoData any -> absence;
      case Answer.NoSuchName any -> absence;
      case Answer.Trouble any -> trouble;
    };
  }
}
