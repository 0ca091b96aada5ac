package org.ringfence.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ringfence.custody.CaseBook;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;

/** The case book in the store. */
final class StoredCases implements CaseBook {
  private final Writer writer;
  private final Reader reader;
  private final Database database;
  private final CaseRows rows;

  StoredCases(Writer writer, Reader reader, Database database, CaseRows rows) {
    this.writer = writer;
    this.reader = reader;
    this.database = database;
    this.rows = rows;
  }

  @Override
  public void record(CaseEntry entry) {
    CaseRows.Packed packed = rows.pack(entry);
    writer.remember(handle -> rows.put(handle, packed));
  }

  @Override
  public void count(CaseEntry entry) {
    writer.remember(
        handle -> {
          Tally.add(handle, entry);
          return true;
        });
  }

  @Override
  public Optional<CaseEntry> find(CaseId id) {
    return reader.read(handle -> rows.find(handle, id));
  }

  @Override
  public List<CaseEntry> search(Query query) {
    List<String> terms = Terms.of(query);
    // Words of punctuation alone stand nowhere.
    if (terms.isEmpty() && !query.words().isBlank()) {
      return List.of();
    }
    return reader.read(
        handle -> {
          long before = query.before().map(id -> CaseRows.place(handle, id)).orElse(Long.MAX_VALUE);
          Database.Span span =
              new Database.Span(
                  query.from().map(StoredCases::number).orElse(0L),
                  Math.min(before, query.to().map(StoredCases::number).orElse(Long.MAX_VALUE)));
          List<Long> numbers =
              terms.isEmpty()
                  ? CaseRows.newest(handle, span, query.most())
                  : database.search(handle, terms, span, query.most());
          return rows.list(handle, numbers);
        });
  }

  /** The first number of a time. */
  static long number(Instant at) {
    long mostSeconds = (Long.MAX_VALUE >> CaseId.CHANCE_BITS) / 1_000 - 1;
    long millis = Math.clamp(at.getEpochSecond(), 0, mostSeconds) * 1_000;
    return (millis + at.getNano() / 1_000_000) << CaseId.CHANCE_BITS;
  }
}
