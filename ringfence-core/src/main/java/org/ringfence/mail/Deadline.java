package org.ringfence.mail;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The instant by which a step must have ended.
 *
 * @param ticker the elapsed-time clock in nanoseconds, as {@link System#nanoTime} is one
 * @param endNanos the ticker's value at the end
 */
public record Deadline(LongSupplier ticker, long endNanos) {
  /** The deadline {@code time} from now. */
  public static Deadline in(Duration time, LongSupplier ticker) {
    return new Deadline(ticker, ticker.getAsLong() + time.toNanos());
  }

  /** Whether the time is up. */
  public boolean isOver() {
    return endNanos - ticker.getAsLong() <= 0;
  }

  /** The time left, zero when it is up. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, endNanos - ticker.getAsLong()));
  }
}
