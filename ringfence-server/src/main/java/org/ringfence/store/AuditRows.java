package org.ringfence.store;

import org.jdbi.v3.core.Handle;
import org.ringfence.custody.AuditLog;

/** The audit log in its table. */
final class AuditRows {
  private AuditRows() {}

  static void insert(Handle handle, AuditLog.Entry entry) {
    handle.execute(
        "INSERT INTO audit_entry (at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?)",
        entry.at().toEpochMilli(),
        entry.actor(),
        entry.action(),
        entry.subject(),
        entry.detail());
  }
}
