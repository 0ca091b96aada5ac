package org.ringfence.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.mail.Octets;

/** Cases in their table. */
final class CaseRows {
  private final Database database;
  private final Packing packing;

  CaseRows(Database database, Packing packing) {
    this.database = database;
    this.packing = packing;
  }

  /** A case ready to be written: what takes time is done before the writer's turn. */
  record Packed(CaseEntry entry, Octets column, List<String> terms) {}

  Packed pack(CaseEntry entry) {
    return new Packed(
        entry, Octets.of(packing.pack(Columns.entry(entry), label(entry.id()))), Terms.of(entry));
  }

  private static String label(CaseId id) {
    return "case " + id;
  }

  /** Puts a case in; its number, or nothing where the case is there already. */
  Optional<Long> put(Handle handle, Packed packed) {
    CaseId id = packed.entry().id();
    long number = id.number();
    while (!insert(handle, number, packed)) {
      if (number(handle, id).isPresent()) {
        return Optional.empty();
      }
      number = free(handle, number);
    }
    database.putTerms(handle, number, packed.terms());
    Tally.add(handle, packed.entry());
    return Optional.of(number);
  }

  /** A free number of the same millisecond, or the first of the next. */
  private static long free(Handle handle, long taken) {
    return handle
            .createQuery("SELECT max(number) FROM mail_case WHERE number BETWEEN :taken AND :last")
            .bind("taken", taken)
            .bind("last", taken | ((1L << CaseId.CHANCE_BITS) - 1))
            .mapTo(Long.class)
            .one()
        + 1;
  }

  private static boolean insert(Handle handle, long number, Packed packed) {
    return handle.execute(
            "INSERT INTO mail_case (number, id, verdict, entry) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING",
            number,
            packed.entry().id().text(),
            packed.entry().summary().verdict(),
            packed.column().toByteArray())
        == 1;
  }

  static Optional<Long> number(Handle handle, CaseId id) {
    return handle
        .createQuery("SELECT number FROM mail_case WHERE id = :id")
        .bind("id", id.text())
        .mapTo(Long.class)
        .findOne();
  }

  /** The number of a case, or the one it would have. */
  static long place(Handle handle, CaseId id) {
    return number(handle, id).orElse(id.number());
  }

  /** The number of the case whose mail is that of this one. */
  static Optional<Long> ofMail(Handle handle, CaseId id) {
    return handle
        .createQuery("SELECT COALESCE(repeats, number) FROM mail_case WHERE id = :id")
        .bind("id", id.text())
        .mapTo(Long.class)
        .findOne();
  }

  static void repeats(Handle handle, long number, long first) {
    handle.execute("UPDATE mail_case SET repeats = ? WHERE number = ?", first, number);
  }

  CaseEntry unpack(String id, byte[] column) {
    return Columns.entry(packing.unpack(column, label(new CaseId(id))));
  }

  Optional<CaseEntry> find(Handle handle, CaseId id) {
    return handle
        .createQuery("SELECT id, entry FROM mail_case WHERE id = :id")
        .bind("id", id.text())
        .map((row, _) -> unpack(row.getString(1), row.getBytes(2)))
        .findOne();
  }

  /** The cases of these numbers, newest first. */
  List<CaseEntry> list(Handle handle, List<Long> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            "SELECT id, entry FROM mail_case WHERE number IN (<numbers>) ORDER BY number DESC")
        .bindList("numbers", numbers)
        .map((row, _) -> unpack(row.getString(1), row.getBytes(2)))
        .list();
  }

  /** The numbers of the newest cases. */
  static List<Long> newest(Handle handle, Database.Span span, int most) {
    return handle
        .createQuery(
            """
            SELECT number FROM mail_case WHERE number >= :from AND number < :before
            ORDER BY number DESC LIMIT :most
            """)
        .bind("from", span.from())
        .bind("before", span.before())
        .bind("most", most)
        .mapTo(Long.class)
        .list();
  }
}
