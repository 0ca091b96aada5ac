package org.ringfence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Statistics;

/** What was counted, in the store. */
final class StoredStatistics implements Statistics {
  private final Reader reader;

  StoredStatistics(Reader reader) {
    this.reader = reader;
  }

  @Override
  public List<Verdicts> verdicts(LocalDate from, LocalDate to) {
    return reader.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT day, door, verdict, mails FROM verdict_count
                    WHERE day BETWEEN :from AND :to ORDER BY day, door, verdict
                    """)
                .bind("from", from.toEpochDay())
                .bind("to", to.toEpochDay())
                .map(
                    (row, _) ->
                        new Verdicts(
                            LocalDate.ofEpochDay(row.getLong(1)),
                            row.getString(2),
                            row.getString(3),
                            row.getLong(4)))
                .list());
  }

  @Override
  public Map<String, Long> kept() {
    return reader.read(
        handle ->
            handle
                .createQuery("SELECT standing, COUNT(*) FROM keep GROUP BY standing")
                .map((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public List<Rules> rules(LocalDate from, LocalDate to) {
    return reader.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT day, rule, did, mails FROM rule_count
                    WHERE day BETWEEN :from AND :to ORDER BY day, rule, did
                    """)
                .bind("from", from.toEpochDay())
                .bind("to", to.toEpochDay())
                .map(
                    (row, _) ->
                        new Rules(
                            LocalDate.ofEpochDay(row.getLong(1)),
                            row.getString(2),
                            row.getString(3),
                            row.getLong(4)))
                .list());
  }

  @Override
  public Optional<Sighting> number(String e164) {
    return reader.read(
        handle ->
            handle
                .createQuery("SELECT * FROM number_seen WHERE e164 = :e164")
                .bind("e164", e164)
                .map((row, _) -> sighting(handle, row))
                .findOne());
  }

  @Override
  public List<Sighting> numbers(Optional<Sighting> before, int most) {
    return reader.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM number_seen WHERE (last_at, e164) < (:at, :e164)
                    ORDER BY last_at DESC, e164 DESC LIMIT :most
                    """)
                .bind("at", before.map(one -> one.last().toEpochMilli()).orElse(Long.MAX_VALUE))
                .bind("e164", before.map(Sighting::e164).orElse(""))
                .bind("most", most)
                .map((row, _) -> sighting(handle, row))
                .list());
  }

  private static Sighting sighting(Handle handle, ResultSet row) throws SQLException {
    String e164 = row.getString("e164");
    return new Sighting(
        e164,
        Instant.ofEpochMilli(row.getLong("first_at")),
        Instant.ofEpochMilli(row.getLong("last_at")),
        new CaseId(row.getString("first_case")),
        new CaseId(row.getString("last_case")),
        row.getLong("mails"),
        row.getLong("called"),
        handle
            .createQuery(
                "SELECT brand FROM number_brand WHERE e164 = :e164 ORDER BY mails DESC, brand")
            .bind("e164", e164)
            .mapTo(String.class)
            .list());
  }
}
