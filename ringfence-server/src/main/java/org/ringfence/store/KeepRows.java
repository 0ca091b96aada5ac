package org.ringfence.store;

import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.Custody.Kept;
import org.ringfence.custody.Custody.Wanted;
import org.ringfence.custody.Standing;

/** How kept mail stands, in its table. */
final class KeepRows {
  private static final String SELECT =
      """
      SELECT c.id, c.entry, k.recipient, k.standing, k.detail
      FROM keep k JOIN mail_case c ON c.number = k.number
      """;

  private final CaseRows cases;

  KeepRows(CaseRows cases) {
    this.cases = cases;
  }

  /** One row. */
  record Row(long number, int place, String recipient, int form, String key, String detail) {
    Standing standing() {
      return Columns.standing(key, detail);
    }
  }

  static String mailbox(String recipient) {
    return recipient.toLowerCase(Locale.ROOT);
  }

  static void insert(Handle handle, Row row, long now) {
    handle
        .createUpdate(
            """
            INSERT INTO keep
              (number, place, recipient, mailbox, form, standing, detail, due_at, changed_at)
            VALUES (:number, :place, :recipient, :mailbox, :form, :standing, :detail, :due, :now)
            """)
        .bind("number", row.number())
        .bind("place", row.place())
        .bind("recipient", row.recipient())
        .bind("mailbox", mailbox(row.recipient()))
        .bind("form", row.form())
        .bind("standing", row.key())
        .bind("detail", row.detail())
        .bind("due", Standings.due(row.standing()).orElse(null))
        .bind("now", now)
        .execute();
  }

  /** All of one mail. */
  static List<Row> of(Handle handle, long number) {
    return rows(
        handle
            .createQuery("SELECT * FROM keep WHERE number = :number ORDER BY place")
            .bind("number", number));
  }

  static List<Row> standing(Handle handle, String key) {
    return rows(
        handle
            .createQuery("SELECT * FROM keep WHERE standing = :standing ORDER BY number, place")
            .bind("standing", key));
  }

  private static List<Row> rows(Query query) {
    return query
        .map(
            (row, _) ->
                new Row(
                    row.getLong("number"),
                    row.getInt("place"),
                    row.getString("recipient"),
                    row.getInt("form"),
                    row.getString("standing"),
                    row.getString("detail")))
        .list();
  }

  /** Who moves a row, and when. */
  record Mover(String name, long now) {}

  /** Moves a row if it still stands as it was read: two databases' rows are never locked for it. */
  static boolean move(Handle handle, Row row, Standing to, Mover mover) {
    return handle
            .createUpdate(
                """
                UPDATE keep SET standing = :standing, detail = :detail, due_at = :due,
                  changed_at = :now, mover = :mover
                WHERE number = :number AND place = :place
                  AND standing = :before AND detail = :beforeDetail
                """)
            .bind("standing", to.key())
            .bind("detail", Columns.standing(to))
            .bind("due", Standings.due(to).orElse(null))
            .bind("now", mover.now())
            .bind("mover", mover.name())
            .bind("number", row.number())
            .bind("place", row.place())
            .bind("before", row.key())
            .bind("beforeDetail", row.detail())
            .execute()
        == 1;
  }

  /** Whether this very move was made: a commit may succeed and its answer get lost. */
  static boolean wasMovedBy(Handle handle, long number, String mover) {
    return handle
        .createQuery("SELECT 1 FROM keep WHERE number = :number AND mover = :mover")
        .bind("number", number)
        .bind("mover", mover)
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  /** Takes a move back, if it was made and nothing came after it. */
  static boolean undo(Handle handle, long number, Standing before, Mover mover) {
    return handle
            .createUpdate(
                """
                UPDATE keep SET standing = :standing, detail = :detail, due_at = :due, mover = ''
                WHERE number = :number AND mover = :mover
                """)
            .bind("standing", before.key())
            .bind("detail", Columns.standing(before))
            .bind("due", Standings.due(before).orElse(null))
            .bind("number", number)
            .bind("mover", mover.name())
            .execute()
        > 0;
  }

  List<Kept> due(Handle handle, long now, int most) {
    return kept(
        handle
            .createQuery(
                SELECT
                    + """
                    WHERE k.due_at IS NOT NULL AND k.due_at <= :now
                    ORDER BY k.due_at, k.number, k.place LIMIT :most
                    """)
            .bind("now", now)
            .bind("most", most));
  }

  List<Kept> held(Handle handle, long now, int most) {
    return kept(
        handle
            .createQuery(
                SELECT
                    + """
                    WHERE k.standing = 'held' AND k.due_at > :now
                    ORDER BY k.changed_at, k.number, k.place LIMIT :most
                    """)
            .bind("now", now)
            .bind("most", most));
  }

  /** To the end of the case in which {@code most} is reached. */
  List<Kept> list(Handle handle, Wanted wanted) {
    String which =
        " k.number < :before"
            + (wanted.standings().isEmpty() ? "" : " AND k.standing IN (<standings>)")
            + (wanted.recipient().isEmpty() ? "" : " AND k.mailbox = :mailbox");
    String last =
        "SELECT k.number FROM keep k WHERE"
            + which
            + " ORDER BY k.number DESC LIMIT 1 OFFSET :skip";
    Query query =
        handle
            .createQuery(
                SELECT
                    + "WHERE"
                    + which
                    + " AND k.number >= COALESCE(("
                    + last
                    + "), 0) ORDER BY k.number DESC, k.place")
            .bind(
                "before",
                wanted.before().map(id -> CaseRows.place(handle, id)).orElse(Long.MAX_VALUE))
            .bind("skip", Math.max(0, wanted.most() - 1));
    if (!wanted.standings().isEmpty()) {
      query.bindList("standings", wanted.standings());
    }
    wanted.recipient().ifPresent(recipient -> query.bind("mailbox", mailbox(recipient)));
    return kept(query);
  }

  private List<Kept> kept(Query query) {
    return query
        .map(
            (row, _) -> {
              CaseEntry entry = cases.unpack(row.getString(1), row.getBytes(2));
              return new Kept(
                  entry, row.getString(3), Columns.standing(row.getString(4), row.getString(5)));
            })
        .list();
  }
}
