package org.ringfence.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Keep;
import org.ringfence.custody.KeptMail;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.mail.Octets;

/** Kept mail in its tables. */
final class MailRows {
  private static final long DAY_MILLIS = 86_400_000;

  private final Packing packing;

  MailRows(Packing packing) {
    this.packing = packing;
  }

  /** A mail ready to be written: what takes time is done before the writer's turn. */
  record Packed(
      KeptMail mail, Fingerprint fingerprint, Octets arrival, Octets octets, List<Octets> forms) {
    List<MessageEdits> distinctForms() {
      return distinct(mail);
    }
  }

  private static List<MessageEdits> distinct(KeptMail mail) {
    return mail.keeps().stream().map(Keep::edits).distinct().toList();
  }

  Packed pack(KeptMail mail) {
    String id = mail.id().text();
    return new Packed(
        mail,
        Fingerprint.of(mail.arrival()),
        pack(Columns.arrival(mail.arrival()), arrivalLabel(id)),
        pack(mail.arrival().octets().toByteArray(), octetsLabel(id)),
        distinct(mail).stream().map(edits -> pack(Columns.edits(edits), editsLabel(id))).toList());
  }

  private Octets pack(byte[] plain, String label) {
    return Octets.of(packing.pack(plain, label));
  }

  private static String arrivalLabel(String id) {
    return "arrival of " + id;
  }

  private static String octetsLabel(String id) {
    return "mail of " + id;
  }

  private static String editsLabel(String id) {
    return "edits of " + id;
  }

  void insert(Handle handle, long number, Packed packed, long now) {
    handle.execute(
        "INSERT INTO kept_mail (number, fingerprint, digest, taken_at, arrival, octets)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        number,
        packed.fingerprint().whole().toByteArray(),
        packed.fingerprint().digest().toByteArray(),
        now,
        packed.arrival().toByteArray(),
        packed.octets().toByteArray());
    for (int form = 0; form < packed.forms().size(); form++) {
      handle.execute(
          "INSERT INTO kept_form (number, form, edits) VALUES (?, ?, ?)",
          number,
          form,
          packed.forms().get(form).toByteArray());
    }
    rows(number, packed).forEach(row -> KeepRows.insert(handle, row, now));
  }

  private static List<KeepRows.Row> rows(long number, Packed packed) {
    List<MessageEdits> forms = packed.distinctForms();
    List<KeepRows.Row> rows = new ArrayList<>();
    for (Keep keep : packed.mail().keeps()) {
      rows.add(
          new KeepRows.Row(
              number,
              rows.size(),
              keep.recipient(),
              forms.indexOf(keep.edits()),
              keep.standing().key(),
              Columns.standing(keep.standing())));
    }
    return rows;
  }

  /** The mail of which this one is a repetition: see {@link org.ringfence.custody.Custody#take}. */
  Optional<Long> repeated(Handle handle, Packed packed, long now) {
    List<Long> same =
        handle
            .createQuery(
                """
                SELECT number FROM kept_mail WHERE fingerprint = :fingerprint AND taken_at > :since
                ORDER BY taken_at DESC LIMIT 1
                """)
            .bind("fingerprint", packed.fingerprint().whole().toByteArray())
            .bind("since", now - DAY_MILLIS)
            .mapTo(Long.class)
            .list();
    return same.stream().filter(number -> standsAsThen(handle, number, packed.mail())).findFirst();
  }

  /** Whether all wait for a decision that nobody has made, then as now. */
  private static boolean standsAsThen(Handle handle, long number, KeptMail mail) {
    List<KeepRows.Row> rows = KeepRows.of(handle, number);
    boolean untouched =
        rows.stream().allMatch(row -> Standings.isUntouched(row.standing()))
            && mail.keeps().stream().allMatch(keep -> Standings.isUntouched(keep.standing()));
    return untouched
        && rows.stream()
            .map(row -> row.recipient() + " " + row.key())
            .sorted()
            .toList()
            .equals(
                mail.keeps().stream()
                    .map(keep -> keep.recipient() + " " + keep.standing().key())
                    .sorted()
                    .toList());
  }

  static void cameAgain(Handle handle, long number) {
    handle.execute("UPDATE kept_mail SET again = again + 1 WHERE number = ?", number);
  }

  /** The mail of a number, under the name {@code asked} that it was asked by. */
  Optional<KeptMail> find(Handle handle, long number, CaseId asked) {
    Map<Integer, MessageEdits> forms = forms(handle, number);
    return handle
        .createQuery(
            """
            SELECT c.id, m.arrival, m.octets FROM kept_mail m
            JOIN mail_case c ON c.number = m.number WHERE m.number = :number
            """)
        .bind("number", number)
        .map(
            (row, _) -> {
              String id = row.getString(1);
              Octets octets = Octets.of(packing.unpack(row.getBytes(3), octetsLabel(id)));
              byte[] arrival = packing.unpack(row.getBytes(2), arrivalLabel(id));
              return new KeptMail(
                  asked, Columns.arrival(arrival, octets), keeps(handle, number, forms));
            })
        .findOne();
  }

  /** Whether a mail is all there: its octets are those that came in, and all else can be read. */
  boolean isWhole(Handle handle, long number, CaseId id) {
    Optional<byte[]> digest =
        handle
            .createQuery("SELECT digest FROM kept_mail WHERE number = :number")
            .bind("number", number)
            .mapTo(byte[].class)
            .findOne();
    Optional<KeptMail> mail = find(handle, number, id);
    return digest.isEmpty()
        || mail.isEmpty()
        || Arrays.equals(digest.get(), Sealing.sha256(mail.get().arrival().octets().toByteArray()));
  }

  private static List<Keep> keeps(Handle handle, long number, Map<Integer, MessageEdits> forms) {
    return KeepRows.of(handle, number).stream()
        .map(
            row ->
                new Keep(
                    row.recipient(),
                    row.standing(),
                    forms.getOrDefault(row.form(), MessageEdits.none())))
        .toList();
  }

  private Map<Integer, MessageEdits> forms(Handle handle, long number) {
    return handle
        .createQuery(
            """
            SELECT f.form, f.edits, c.id FROM kept_form f
            JOIN mail_case c ON c.number = f.number WHERE f.number = :number
            """)
        .bind("number", number)
        .map(
            (row, _) ->
                Map.entry(
                    row.getInt(1),
                    Columns.edits(packing.unpack(row.getBytes(2), editsLabel(row.getString(3))))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
