package org.ringfence.store;

import java.time.Duration;
import java.time.InstantSource;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.ledger.AlertRecorder;
import org.ringfence.ledger.LedgerCopy;
import org.ringfence.ledger.LedgerFailure;

/**
 * A store opened for copies of alerts alone: all else in it is neither read nor forgotten, and its
 * key is not needed. Forgets copies after a while.
 */
public final class AlertStore implements AlertRecorder, AutoCloseable {
  /** How long copies are kept where the site does not say otherwise. */
  public static final Duration RETENTION = Retention.standard().alerts();

  private final Database database;
  private final Writer writer;
  private final StoredRecorder recorder;
  private final Housekeeping housekeeping;

  /**
   * Opens the store, and makes it where it is missing.
   *
   * @param retention how long a copy is kept after it came in
   * @throws LedgerFailure when it cannot be opened
   */
  public AlertStore(StoreSettings settings, Duration retention, InstantSource clock) {
    Retention kept = Retention.standard().withAlerts(retention);
    try {
      this.database = Databases.opened(settings);
    } catch (CustodyFailure failure) {
      throw new LedgerFailure(String.valueOf(failure.getMessage()), failure);
    }
    this.writer = new Writer(database, Store.PATIENCE);
    this.recorder = new StoredRecorder(writer);
    Purging purging = new Purging(database, writer, kept);
    this.housekeeping =
        new Housekeeping(() -> purging.quietly(() -> purging.alerts(clock.instant())));
    housekeeping.start();
  }

  @Override
  public boolean record(LedgerCopy copy) {
    return recorder.record(copy);
  }

  /** Writes what waits, and closes the database. */
  @Override
  public void close() {
    housekeeping.close();
    writer.close();
    database.close();
  }
}
