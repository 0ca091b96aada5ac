package org.ringfence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.HandleCallback;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.ledger.AlertLedger;
import org.ringfence.ledger.LedgerEntry;
import org.ringfence.ledger.LedgerFailure;

/** Finds copies in the store, which this process writes or another. */
final class StoredAlerts implements AlertLedger {
  private static final long MOST_SECONDS = Long.MAX_VALUE / 2_000;

  private static final String FIND =
      """
      SELECT * FROM (
        SELECT platform, key, texts, received_at, copy FROM alert_copy
        WHERE platform = :platform AND key = :key AND received_at BETWEEN :from AND :to
        ORDER BY received_at DESC, copy DESC LIMIT :most) latest
      ORDER BY received_at, copy
      """;

  private static final String SINCE =
      """
      SELECT received_at FROM alert_copy WHERE platform = :platform AND key = :key
      ORDER BY received_at LIMIT 1
      """;

  private final Reader reader;

  StoredAlerts(Reader reader) {
    this.reader = reader;
  }

  @Override
  public List<LedgerEntry> find(String platform, String key) {
    return find(platform, key, 0, Long.MAX_VALUE);
  }

  @Override
  public List<LedgerEntry> find(String platform, String key, Instant from, Instant to) {
    return find(platform, key, millis(from), millis(to));
  }

  /** A mail may claim any date, even one that milliseconds cannot count. */
  private static long millis(Instant at) {
    return Math.clamp(at.getEpochSecond(), -MOST_SECONDS, MOST_SECONDS) * 1_000
        + at.getNano() / 1_000_000;
  }

  private List<LedgerEntry> find(String platform, String key, long from, long to) {
    return read(
        handle ->
            handle
                .createQuery(FIND)
                .bindMap(Map.of("platform", platform, "key", key, "from", from, "to", to))
                .bind("most", MOST)
                .map((row, _) -> entry(row))
                .list());
  }

  @Override
  public Optional<Instant> since(String platform, String key) {
    return read(
        handle ->
            handle
                .createQuery(SINCE)
                .bindMap(Map.of("platform", platform, "key", key))
                .map((row, _) -> Instant.ofEpochMilli(row.getLong("received_at")))
                .findFirst());
  }

  private <T> T read(HandleCallback<T, RuntimeException> question) {
    try {
      return reader.read(question);
    } catch (CustodyFailure failure) {
      throw new LedgerFailure(String.valueOf(failure.getMessage()), failure);
    }
  }

  private static LedgerEntry entry(ResultSet row) throws SQLException {
    return new LedgerEntry(
        row.getString("platform"),
        row.getString("key"),
        TextsColumn.read(row.getString("texts")),
        Instant.ofEpochMilli(row.getLong("received_at")));
  }
}
