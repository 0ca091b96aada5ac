package org.ringfence.door.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import org.ringfence.ledger.AlertLedger;
import org.ringfence.ledger.AlertRecorder;
import org.ringfence.store.AlertStore;
import org.ringfence.store.Store;
import org.ringfence.store.StoreSettings;

/** A server on this machine with one receiver and a ledger in a file, as in production. */
public final class Door implements AutoCloseable {
  /** The time of every test. */
  public static final Instant NOW = Instant.parse("2026-11-20T08:16:00Z");

  private final AlertStore recorder;
  private final WebhookServer server;
  private final AlertLedger ledger;
  private final int port;

  /** Opens the door at {@code path}, with its ledger in {@code folder}. */
  public Door(Path folder, String path, Function<AlertRecorder, Receiver> receiver) {
    StoreSettings.Sqlite file = new StoreSettings.Sqlite(folder.resolve("alerts.db"));
    this.recorder = new AlertStore(file, AlertStore.RETENTION, InstantSource.fixed(NOW));
    this.server =
        new WebhookServer(
            WebhookSettings.at("127.0.0.1", 0), Map.of(path, receiver.apply(recorder)));
    this.ledger = Store.ledgerOf(file);
    this.port = start(server);
  }

  private static int start(WebhookServer server) {
    try {
      return server.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The port. */
  public int port() {
    return port;
  }

  /** What the door has recorded. */
  public AlertLedger ledger() {
    return ledger;
  }

  @Override
  public void close() {
    server.close();
    recorder.close();
  }
}
