package org.ringfence.arrival.parse.document;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ringfence.mail.Deadline;

/**
 * A thread beside the reading one, for libraries that cannot be interrupted.
 *
 * <p>The reading thread waits for each call until the deadline and then goes on without it. A
 * platform daemon thread, not a virtual one: a virtual thread that spins keeps one of the few
 * carriers for ever, and with it the whole server.
 */
final class SideThread implements AutoCloseable {
  /** A call that ended without a value. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    Failed(Throwable cause) {
      super(cause);
    }

    /** Whether the call ran out of memory or over a budget, which another size would not. */
    boolean isLimit() {
      return getCause() instanceof OutOfMemoryError || getCause() instanceof OverBudget;
    }
  }

  private final ExecutorService executor;
  private final Deadline deadline;

  SideThread(String name, Deadline deadline) {
    this.executor =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ringfence-" + name).factory());
    this.deadline = deadline;
  }

  /**
   * Runs {@code work} and waits for it until the deadline.
   *
   * @throws TimeoutException when the time is up; the work is interrupted and no longer waited for
   * @throws Failed with what the work threw, errors of the JVM's limits included
   */
  <T> T call(Callable<T> work) throws TimeoutException, Failed {
    Future<T> result = executor.submit(work);
    try {
      return result.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException thrown) {
      throw new Failed(thrown.getCause() == null ? thrown : thrown.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Failed(interrupted);
    } finally {
      result.cancel(true);
    }
  }

  /** Runs {@code work} after what was called before, without waiting for it. */
  void later(Cleanup work) {
    executor.execute(
        () -> {
          try {
            work.run();
          } catch (IOException ignored) {
            // Nothing was written; there is nothing to lose on closing.
          }
        });
  }

  /** What ends the use of a document. */
  interface Cleanup {
    /** Releases it. */
    void run() throws IOException;
  }

  /** Lets the thread end after what was handed to it; does not wait. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
