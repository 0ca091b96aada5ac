package org.ringfence.store;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.ledger.AlertLedger;
import org.ringfence.ledger.LedgerEntry;
import org.ringfence.ledger.LedgerFailure;

/** The ledger of a store that is opened for each question: few are asked, and it may come later. */
final class OpenedEachTime implements AlertLedger {
  private final StoreSettings settings;

  OpenedEachTime(StoreSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<LedgerEntry> find(String platform, String key) {
    return ask(ledger -> ledger.find(platform, key));
  }

  @Override
  public List<LedgerEntry> find(String platform, String key, Instant from, Instant to) {
    return ask(ledger -> ledger.find(platform, key, from, to));
  }

  @Override
  public Optional<Instant> since(String platform, String key) {
    return ask(ledger -> ledger.since(platform, key));
  }

  private <T> T ask(Function<AlertLedger, T> question) {
    if (settings instanceof StoreSettings.Sqlite(Path file) && !Files.exists(file)) {
      throw new LedgerFailure(
          file + ": there is no ledger yet. Start `ringfence webhook` to make one.",
          new FileNotFoundException(file.toString()));
    }
    try (Database database = Databases.asItIs(settings)) {
      return question.apply(new StoredAlerts(new Reader(database, Store.PATIENCE)));
    } catch (CustodyFailure failure) {
      throw new LedgerFailure(String.valueOf(failure.getMessage()), failure);
    }
  }
}
