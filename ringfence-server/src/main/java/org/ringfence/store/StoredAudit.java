package org.ringfence.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ringfence.custody.AuditLog;

/** The audit log in the store. */
final class StoredAudit implements AuditLog {
  private final Writer writer;
  private final Reader reader;

  StoredAudit(Writer writer, Reader reader) {
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  public void record(Entry entry) {
    writer.write(
        handle -> {
          AuditRows.insert(handle, entry);
          return true;
        });
  }

  @Override
  public List<Numbered> list(Optional<Long> before, int most) {
    return reader.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT number, at, actor, action, subject, detail FROM audit_entry
                    WHERE number < :before ORDER BY number DESC LIMIT :most
                    """)
                .bind("before", before.orElse(Long.MAX_VALUE))
                .bind("most", most)
                .map(
                    (row, _) ->
                        new Numbered(
                            row.getLong(1),
                            new Entry(
                                Instant.ofEpochMilli(row.getLong(2)),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6))))
                .list());
  }
}
