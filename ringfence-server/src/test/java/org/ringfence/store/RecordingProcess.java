package org.ringfence.store;

import java.nio.file.Path;
import java.time.InstantSource;

/** Records without end and says after each copy that it is kept, until it is killed. */
final class RecordingProcess {
  private RecordingProcess() {}

  /** Takes the ledger's file and the beginning of the keys. */
  public static void main(String[] arguments) {
    try (AlertStore recorder =
        new AlertStore(
            new StoreSettings.Sqlite(Path.of(arguments[0])),
            AlertStore.RETENTION,
            InstantSource.fixed(Copies.NOW))) {
      for (int i = 0; ; i++) {
        recorder.record(Copies.copy(arguments[1] + i));
        System.out.println(arguments[1] + i);
      }
    }
  }
}
