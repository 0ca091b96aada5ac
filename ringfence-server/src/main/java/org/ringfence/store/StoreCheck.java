package org.ringfence.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.CustodyFailure;
import tools.jackson.core.JacksonException;

/**
 * Reads all that is kept, and says what is wrong with it. Nothing is changed, and mail may come in
 * meanwhile.
 */
public final class StoreCheck {
  private static final int PAGE = 100;
  private static final int MOST_FAULTS = 1_000;

  private final Database database;
  private final Sealing sealing;
  private final MailRows mails;
  private final CaseRows cases;
  private final List<String> faults = new ArrayList<>();
  private long read;

  private StoreCheck(Database database, Sealing sealing) {
    this.database = database;
    this.sealing = sealing;
    Packing packing = new Packing(sealing);
    this.mails = new MailRows(packing);
    this.cases = new CaseRows(database, packing);
  }

  /**
   * What came of it.
   *
   * @param mails how many kept mails were unpacked and compared with their digests
   * @param cases how many cases were read
   * @param faults what is wrong, as sentences; none where nothing is
   */
  public record Checked(long mails, long cases, List<String> faults) {
    public Checked {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Checks a store.
   *
   * @param progress told how many mails and cases have been read
   * @throws CustodyFailure where there is none, or it cannot be opened at all
   */
  public static Checked of(StoreSettings settings, Optional<Path> keyFile, LongConsumer progress) {
    Sealing sealing = keyFile.map(Sealing::of).orElse(Sealing.NONE);
    try (Database database = Databases.asItIs(settings)) {
      return new StoreCheck(database, sealing).check(progress);
    }
  }

  private Checked check(LongConsumer progress) {
    Reader reader = new Reader(database, Store.PATIENCE);
    faults.addAll(reader.read(database::faults));
    if (!reader.read(StoreCheck::hasTables)) {
      faults.add(database.name() + ": the tables for mail are not there yet.");
      return new Checked(0, 0, faults);
    }
    reader.read(handle -> SealKeys.agree(handle, sealing, database.name()));
    long checkedMails = all(reader, "kept_mail", progress, this::mail);
    long checkedCases = all(reader, "mail_case", progress, this::entry);
    return new Checked(checkedMails, checkedCases, faults);
  }

  private static boolean hasTables(Handle handle) {
    try {
      handle.createQuery("SELECT number FROM keep LIMIT 1").mapTo(Long.class).list();
      return true;
    } catch (JdbiException none) {
      return false;
    }
  }

  /** What is done with one row: its number and its name. */
  private interface Look {
    void at(Handle handle, long number, CaseId id);
  }

  private record Named(long number, String id) {}

  private long all(Reader reader, String table, LongConsumer progress, Look look) {
    long sum = 0;
    long after = -1;
    List<Named> page = page(reader, table, after);
    while (!page.isEmpty() && faults.size() < MOST_FAULTS) {
      for (Named row : page) {
        reader.read(
            handle -> {
              look.at(handle, row.number(), new CaseId(row.id()));
              return true;
            });
        progress.accept(++read);
      }
      sum += page.size();
      after = page.getLast().number();
      page = page(reader, table, after);
    }
    return sum;
  }

  private static List<Named> page(Reader reader, String table, long after) {
    return reader.read(
        handle ->
            handle
                .createQuery(
                    "SELECT t.number, c.id FROM "
                        + table
                        + " t JOIN mail_case c"
                        + " ON c.number = t.number WHERE t.number > :after"
                        + " ORDER BY t.number LIMIT :most")
                .bind("after", after)
                .bind("most", PAGE)
                .map((row, _) -> new Named(row.getLong(1), row.getString(2)))
                .list());
  }

  private void mail(Handle handle, long number, CaseId id) {
    look(
        "the mail of case " + id,
        () -> {
          boolean whole = mails.isWhole(handle, number, id);
          return whole ? Optional.empty() : Optional.of("its octets are not those that came in");
        });
  }

  private void entry(Handle handle, long number, CaseId id) {
    look(
        "case " + id,
        () -> {
          // It may have been purged since the page was read.
          cases.find(handle, id);
          return Optional.empty();
        });
  }

  private void look(String what, Supplier<Optional<String>> question) {
    try {
      question.get().ifPresent(wrong -> fault(what, wrong));
    } catch (CustodyFailure | JacksonException | IllegalArgumentException unreadable) {
      fault(what, "it cannot be read: " + Causes.word(unreadable));
    }
  }

  private void fault(String what, String wrong) {
    faults.add(database.name() + ": " + what + ": " + wrong + ".");
  }
}
