package org.ringfence.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.CaseBook;
import org.ringfence.custody.Custody;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.custody.Responses;
import org.ringfence.custody.Statistics;
import org.ringfence.ledger.AlertLedger;
import org.ringfence.ledger.AlertRecorder;

/**
 * All that must survive a restart: mail in our care, cases, counters, the audit log, copies of the
 * site's own alerts. May be shared between threads; its ports throw {@link CustodyFailure} or
 * {@link org.ringfence.ledger.LedgerFailure} where the database cannot be had within {@link
 * #PATIENCE}, and work again by themselves once it can.
 */
public final class Store implements AutoCloseable {
  /** How long anybody waits for the database at most. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Database database;
  private final Writer writer;
  private final Reader reader;
  private final CaseRows cases;
  private final MailRows mails;
  private final Packing packing;
  private final InstantSource clock;
  private final Purging purging;
  private final Housekeeping housekeeping;

  private Store(Database database, Sealing sealing, Retention retention, InstantSource clock) {
    this.packing = new Packing(sealing);
    this.database = database;
    this.writer = new Writer(database, PATIENCE);
    this.reader = new Reader(database, PATIENCE);
    this.cases = new CaseRows(database, packing);
    this.mails = new MailRows(packing);
    this.clock = clock;
    this.purging = new Purging(database, writer, retention);
    this.housekeeping =
        new Housekeeping(() -> purging.quietly(() -> purging.purge(clock.instant(), _ -> {})));
  }

  /**
   * Opens the store, makes it where it is missing, and brings it up to date.
   *
   * @param keyFile the key file; where there is one, mail and what was found out about it are
   *     sealed
   * @throws CustodyFailure where that cannot be done, or the key is not the store's
   */
  public static Store open(
      StoreSettings settings, Optional<Path> keyFile, Retention retention, InstantSource clock) {
    Sealing sealing = keyFile.map(Sealing::of).orElse(Sealing.NONE);
    Store store = new Store(Databases.opened(settings), sealing, retention, clock);
    try {
      store.writer.write(
          handle -> {
            SealKeys.agree(handle, sealing, settings.name());
            SealKeys.use(handle, sealing, clock.millis());
            return true;
          });
    } catch (CustodyFailure failure) {
      store.close();
      throw failure;
    }
    return store;
  }

  /** A store without a key that keeps everything as long as is usual. */
  public static Store open(StoreSettings settings) {
    return open(settings, Optional.empty(), Retention.standard(), InstantSource.system());
  }

  /**
   * The ledger of a store that another process may write, or that does not exist yet: it is opened
   * for each question, and never changed.
   */
  public static AlertLedger ledgerOf(StoreSettings settings) {
    return new OpenedEachTime(settings);
  }

  /** Forgets what is too old, now and once an hour, until the store is closed. */
  public void keepPurging() {
    housekeeping.start();
  }

  /**
   * Forgets what is too old, at once.
   *
   * @param progress told how many rows are gone
   * @throws CustodyFailure where the store cannot be had; the rest goes the next time
   */
  public Purging.Purged purge(IntConsumer progress) {
    return purging.purge(clock.instant(), progress);
  }

  /** Mail in our care. */
  public Custody custody() {
    return new StoredCustody(writer, reader, cases, mails, clock);
  }

  /** What is remembered of all mail. */
  public CaseBook cases() {
    return new StoredCases(writer, reader, database, cases);
  }

  /** What was counted of it. */
  public Statistics statistics() {
    return new StoredStatistics(reader);
  }

  /** What recipients told us about their mail. */
  public Responses responses() {
    return new StoredResponses(writer, reader, packing);
  }

  /** Who did what. */
  public AuditLog audit() {
    return new StoredAudit(writer, reader);
  }

  /** The copies of the site's own alerts. */
  public AlertLedger ledger() {
    return new StoredAlerts(reader);
  }

  /** Where these copies are put. */
  public AlertRecorder recorder() {
    return new StoredRecorder(writer);
  }

  /**
   * Whether something can be written now.
   *
   * @throws CustodyFailure where it cannot; its message says why
   */
  public void check() {
    writer.write(handle -> handle.execute("UPDATE seal_key SET used_at = used_at WHERE 1 = 0"));
  }

  /** Waits until all that was to be remembered up to now is remembered, or was dropped. */
  public void settle() {
    writer.settle();
  }

  /** Lets a store of one file grow to so many pages, as a full disk would. */
  void bound(int pages) {
    writer.write(handle -> handle.execute("PRAGMA max_page_count = " + pages));
  }

  /** How the store keeps up. */
  public Load load() {
    return new Load(writer.waiting(), writer.dropped());
  }

  /**
   * How the store keeps up.
   *
   * @param waiting how many jobs wait to be written
   * @param dropped how many cases were not remembered since the start
   */
  public record Load(int waiting, long dropped) {}

  /** Writes what waits, and closes the database. */
  @Override
  public void close() {
    housekeeping.close();
    writer.close();
    database.close();
  }
}
