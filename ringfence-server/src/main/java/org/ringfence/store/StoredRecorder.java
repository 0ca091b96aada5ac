package org.ringfence.store;

import org.jdbi.v3.core.Handle;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.ledger.AlertRecorder;
import org.ringfence.ledger.LedgerCopy;
import org.ringfence.ledger.LedgerFailure;

/** Writes copies of alerts into the store. */
final class StoredRecorder implements AlertRecorder {
  private static final String INSERT =
      """
      INSERT INTO alert_copy (platform, key, copy, texts, happened_at, received_at)
      VALUES (:platform, :key, :copy, :texts, :happened, :received)
      ON CONFLICT DO NOTHING
      """;

  private final Writer writer;

  StoredRecorder(Writer writer) {
    this.writer = writer;
  }

  @Override
  public boolean record(LedgerCopy copy) {
    String texts = TextsColumn.write(copy.entry().texts());
    try {
      return writer.write(handle -> insert(handle, copy, texts));
    } catch (CustodyFailure failure) {
      throw new LedgerFailure(String.valueOf(failure.getMessage()), failure);
    }
  }

  private static boolean insert(Handle handle, LedgerCopy copy, String texts) {
    return handle
            .createUpdate(INSERT)
            .bind("platform", copy.entry().platform())
            .bind("key", copy.entry().key())
            .bind("copy", copy.id())
            .bind("texts", texts)
            .bind("happened", copy.happened().toEpochMilli())
            .bind("received", copy.entry().at().toEpochMilli())
            .execute()
        == 1;
  }
}
