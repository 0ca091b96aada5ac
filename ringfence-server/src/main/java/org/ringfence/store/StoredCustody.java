package org.ringfence.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Custody;
import org.ringfence.custody.KeptMail;
import org.ringfence.custody.Standing;

/** Mail in our care, in the store. */
final class StoredCustody implements Custody {
  private final Writer writer;
  private final Reader reader;
  private final CaseRows cases;
  private final MailRows mails;
  private final KeepRows keeps;
  private final InstantSource clock;

  StoredCustody(Writer writer, Reader reader, CaseRows cases, MailRows mails, InstantSource clock) {
    this.writer = writer;
    this.reader = reader;
    this.cases = cases;
    this.mails = mails;
    this.keeps = new KeepRows(cases);
    this.clock = clock;
  }

  private long now() {
    return clock.millis();
  }

  @Override
  public void take(KeptMail mail, CaseEntry entry) {
    CaseRows.Packed packedCase = cases.pack(entry);
    MailRows.Packed packedMail = mails.pack(mail);
    long now = now();
    writer.write(
        handle -> {
          Optional<Long> first = mails.repeated(handle, packedMail, now);
          Optional<Long> number = cases.put(handle, packedCase);
          number.ifPresent(fresh -> take(handle, fresh, first, packedMail, now));
          return true;
        });
  }

  private void take(
      Handle handle, long number, Optional<Long> first, MailRows.Packed mail, long now) {
    if (first.isPresent()) {
      CaseRows.repeats(handle, number, first.get());
      MailRows.cameAgain(handle, first.get());
    } else {
      mails.insert(handle, number, mail, now);
    }
  }

  @Override
  public Optional<KeptMail> mail(CaseId id) {
    return reader.read(
        handle -> CaseRows.ofMail(handle, id).flatMap(number -> mails.find(handle, number, id)));
  }

  @Override
  public List<Kept> list(Wanted wanted) {
    return reader.read(handle -> keeps.list(handle, wanted));
  }

  @Override
  public List<Kept> due(Instant now, int most) {
    return reader.read(handle -> keeps.due(handle, now.toEpochMilli(), most));
  }

  @Override
  public List<Kept> held(Instant now, int most) {
    return reader.read(handle -> keeps.held(handle, now.toEpochMilli(), most));
  }

  @Override
  public boolean move(Kept kept, Standing to, String by) {
    KeepRows.Mover mover = new KeepRows.Mover(UUID.randomUUID().toString(), now());
    return writer.write(
        handle -> move(handle, kept, to, by, mover), handle -> undo(handle, kept, by, mover));
  }

  private static boolean move(
      Handle handle, Kept kept, Standing to, String by, KeepRows.Mover mover) {
    CaseId id = kept.entry().id();
    Optional<Long> number = CaseRows.ofMail(handle, id);
    if (number.isEmpty()) {
      return false;
    }
    if (KeepRows.wasMovedBy(handle, number.get(), mover.name())) {
      return true;
    }
    boolean moved =
        KeepRows.of(handle, number.get()).stream()
            .filter(row -> row.recipient().equals(kept.recipient()))
            .filter(row -> row.standing().equals(kept.standing()))
            .limit(1)
            .anyMatch(row -> KeepRows.move(handle, row, to, mover));
    if (moved && !by.equals(AuditLog.RINGFENCE)) {
      AuditRows.insert(handle, entry(kept, to, by, mover.now()));
    }
    return moved;
  }

  /** Whoever moved it was told that he could not. */
  private static boolean undo(Handle handle, Kept kept, String by, KeepRows.Mover mover) {
    Optional<Long> number = CaseRows.ofMail(handle, kept.entry().id());
    boolean undone =
        number.isPresent() && KeepRows.undo(handle, number.get(), kept.standing(), mover);
    if (undone && !by.equals(AuditLog.RINGFENCE)) {
      AuditRows.insert(handle, entry(kept, kept.standing(), AuditLog.RINGFENCE, mover.now()));
    }
    return undone;
  }

  private static AuditLog.Entry entry(Kept kept, Standing to, String by, long now) {
    return new AuditLog.Entry(
        Instant.ofEpochMilli(now),
        by,
        Standings.action(to),
        kept.entry().id().text(),
        kept.recipient() + ": " + kept.standing().key() + " to " + to.key());
  }

  @Override
  public void recover(Instant now) {
    String mover = UUID.randomUUID().toString();
    writer.write(
        handle -> {
          for (KeepRows.Row row : KeepRows.standing(handle, "sending")) {
            if (row.standing() instanceof Standing.Sending sending) {
              KeepRows.move(
                  handle,
                  row,
                  Standings.recovered(sending, now),
                  new KeepRows.Mover(mover, now.toEpochMilli()));
            }
          }
          return true;
        });
  }
}
