package org.ringfence.door.spamd;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Until when a connection may stay as it is. Whoever watches closes it when the time is up, which
 * ends a read or a write that hangs: a peer that sends an octet a second gains nothing.
 */
final class Watch {
  private final Duration time;
  private final LongSupplier ticker;
  private volatile long end;
  private volatile boolean resting;

  /**
   * @param time the longest that a request may take, and again the answer
   * @param ticker elapsed time in nanoseconds
   */
  Watch(Duration time, LongSupplier ticker) {
    this.time = time;
    this.ticker = ticker;
    begin();
  }

  /** From now on the peer is waited for. */
  void begin() {
    end = ticker.getAsLong() + time.toNanos();
    resting = false;
  }

  /** From now on he waits for us; judging has a bound of its own. */
  void rest() {
    resting = true;
  }

  /** Whether the time is up. */
  boolean isOver() {
    return !resting && end - ticker.getAsLong() < 0;
  }
}
