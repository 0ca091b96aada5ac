package org.ringfence.store;

import java.time.Duration;

/** Does something now and once an hour, beside everything else, until it is closed. */
final class Housekeeping implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofHours(1);

  private final Runnable work;
  private final Thread thread = Thread.ofVirtual().name("store-purging").unstarted(this::run);

  Housekeeping(Runnable work) {
    this.work = work;
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        work.run();
        Thread.sleep(BETWEEN);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
