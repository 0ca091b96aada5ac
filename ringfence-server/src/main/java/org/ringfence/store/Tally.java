package org.ringfence.store;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.Summary;

/** Counts a mail: by verdict, by rule, by the numbers that it shows. */
final class Tally {
  private static final long DAY_MILLIS = 86_400_000;
  private static final String VERDICT =
      """
      INSERT INTO verdict_count (day, door, verdict, mails) VALUES (?, ?, ?, 1)
      ON CONFLICT (day, door, verdict) DO UPDATE SET mails = verdict_count.mails + 1
      """;
  private static final String RULE =
      """
      INSERT INTO rule_count (day, rule, did, mails) VALUES (?, ?, ?, 1)
      ON CONFLICT (day, rule, did) DO UPDATE SET mails = rule_count.mails + 1
      """;
  private static final String NUMBER =
      """
      INSERT INTO number_seen (e164, first_at, last_at, first_case, last_case, mails, called)
      VALUES (:e164, :at, :at, :case, :case, 1, :called)
      ON CONFLICT (e164) DO UPDATE SET
        mails = number_seen.mails + 1,
        called = number_seen.called + excluded.called,
        last_case = CASE WHEN excluded.last_at >= number_seen.last_at
          THEN excluded.last_case ELSE number_seen.last_case END,
        last_at = CASE WHEN excluded.last_at >= number_seen.last_at
          THEN excluded.last_at ELSE number_seen.last_at END
      """;
  private static final String BRAND =
      """
      INSERT INTO number_brand (e164, brand, last_at, mails) VALUES (?, ?, ?, 1)
      ON CONFLICT (e164, brand) DO UPDATE SET
        mails = number_brand.mails + 1, last_at = excluded.last_at
      """;

  private Tally() {}

  /** Rules and numbers in order, so that two nodes never wait for each other in a circle. */
  static void add(Handle handle, CaseEntry entry) {
    long at = entry.receipt().at().toEpochMilli();
    long day = Math.floorDiv(at, DAY_MILLIS);
    handle.execute(VERDICT, day, entry.receipt().door(), entry.summary().verdict());
    record Applied(String rule, String did) {}
    entry.fates().stream()
        .flatMap(fate -> fate.rules().stream().map(rule -> new Applied(rule, fate.did())))
        .collect(Collectors.toSet())
        .stream()
        .sorted(Comparator.comparing(Applied::rule).thenComparing(Applied::did))
        .forEach(applied -> handle.execute(RULE, day, applied.rule(), applied.did()));
    entry.summary().numbers().stream()
        .sorted(Comparator.comparing(Summary.Telephone::e164))
        .forEach(number -> see(handle, number, entry, at));
  }

  private static void see(Handle handle, Summary.Telephone number, CaseEntry entry, long at) {
    handle
        .createUpdate(NUMBER)
        .bind("e164", number.e164())
        .bind("at", at)
        .bind("case", entry.id().text())
        .bind("called", number.called() ? 1 : 0)
        .execute();
    number.brands().stream()
        .distinct()
        .sorted()
        .forEach(brand -> handle.execute(BRAND, number.e164(), brand, at));
  }
}
