package org.ringfence.reception;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds the memory that all messages under way take together. May be shared between threads.
 *
 * <p>A message needs a place of its size before it grows into it, and waits for one a while. Small
 * ones need none. Attack: a few huge mails at once take all the room there is, and the lure that
 * follows them goes by unjudged. Asking for room octet by octet was refused: many messages that
 * each have half of what they need would wait for one another.
 */
public final class Room {
  /** How large a message is. */
  public enum Size {
    /** As most mails; one for each connection has room. */
    SMALL(128 << 10),
    /** With an attachment. */
    LARGE(4 << 20),
    /** Up to the bound of a message. */
    HUGE(Integer.MAX_VALUE);

    private final int most;

    Size(int most) {
      this.most = most;
    }

    /** The size of a message of so many octets. */
    public static Size of(int octets) {
      return octets <= SMALL.most ? SMALL : octets <= LARGE.most ? LARGE : HUGE;
    }
  }

  private final Semaphore large;
  private final Semaphore huge;
  private final Duration patience;

  /**
   * @param octets how much large and huge messages may take, half and half; one of each always may
   * @param bound the longest message
   * @param patience how long a message waits for its place
   */
  public Room(int octets, int bound, Duration patience) {
    this.large = new Semaphore(Math.max(1, octets / 2 / Size.LARGE.most), true);
    this.huge = new Semaphore(Math.max(1, octets / 2 / bound), true);
    this.patience = patience;
  }

  /** Takes a place as soon as there is one; false where there was none in time. */
  public boolean take(Size size) {
    try {
      return switch (size) {
        case SMALL -> true;
        case LARGE -> large.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        case HUGE -> huge.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
      };
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Gives a place back. */
  public void give(Size size) {
    switch (size) {
      case SMALL -> {}
      case LARGE -> large.release();
      case HUGE -> huge.release();
    }
  }
}
