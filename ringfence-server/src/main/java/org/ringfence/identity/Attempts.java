package org.ringfence.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds how often somebody may guess: after {@value #FREE} wrong tries each further one has to
 * wait twice as long, up to a quarter of an hour. It is counted by name and by address, each on its
 * own: one guesses many passwords for a name, or one password for many names.
 */
final class Attempts {
  static final int FREE = 5;
  private static final int MOST = 100_000;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private record Wrong(int times, Instant until) {}

  private final Map<String, Wrong> wrong =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
          return size() > MOST;
        }
      };
  private final InstantSource clock;

  Attempts(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether a try counts now. */
  synchronized boolean mayTry(String who) {
    Wrong known = wrong.get(who);
    return known == null || !clock.instant().isBefore(known.until());
  }

  synchronized void failed(String who) {
    Wrong known = wrong.remove(who);
    int times = known == null ? 1 : Math.min(known.times() + 1, 60);
    Instant until = clock.instant();
    if (times >= FREE) {
      Duration wait = Duration.ofSeconds(1L << Math.min(times - FREE, 20));
      until = until.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }
    wrong.put(who, new Wrong(times, until));
  }

  synchronized void succeeded(String who) {
    wrong.remove(who);
  }
}
