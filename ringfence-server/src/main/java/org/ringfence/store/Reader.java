package org.ringfence.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.HandleCallback;
import org.ringfence.custody.CustodyFailure;

/** Reads what is on the disk, beside the {@link Writer}. */
final class Reader {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Database database;
  private final Duration patience;

  /**
   * @param patience how long a store that is away for a moment is waited for
   */
  Reader(Database database, Duration patience) {
    this.database = database;
    this.patience = patience;
  }

  /**
   * Answers a question.
   *
   * @throws CustodyFailure where the store cannot be had
   */
  <T> T read(HandleCallback<T, RuntimeException> question) {
    long begin = System.nanoTime();
    while (true) {
      try {
        return database.reading().withHandle(question);
      } catch (CustodyFailure known) {
        throw known;
      } catch (RuntimeException failure) {
        boolean again =
            database.passes(failure)
                && System.nanoTime() - begin < patience.toNanos()
                && !Thread.currentThread().isInterrupted();
        if (!again) {
          throw new CustodyFailure(database.sentence(failure), failure);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
