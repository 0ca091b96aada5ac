package org.ringfence.cli;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How many mails are judged at once: as many as there are places. Who waits for an answer of the
 * DNS gives his place to another meanwhile.
 *
 * <p>Attack: a sender whose name servers never answer would otherwise hold all places with a few
 * mails, and all other mail would go by unjudged when its time is up.
 */
final class Places {
  private final Semaphore free;
  private final ThreadLocal<Boolean> taken = ThreadLocal.withInitial(() -> false);

  Places(int places) {
    this.free = new Semaphore(places, true);
  }

  /** Does {@code work} in a place, as soon as there is one. */
  <T> T in(Supplier<T> work) {
    free.acquireUninterruptibly();
    taken.set(true);
    try {
      return work.get();
    } finally {
      taken.set(false);
      free.release();
    }
  }

  /** Waits for {@code answer} outside of the place that this thread may have. */
  <T> T outside(Supplier<T> answer) {
    if (!taken.get()) {
      return answer.get();
    }
    free.release();
    try {
      return answer.get();
    } finally {
      free.acquireUninterruptibly();
    }
  }
}
