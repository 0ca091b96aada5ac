package org.ringfence.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.CustodyFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets what the site no longer wants kept, in small steps: each is a job among the others, so
 * that no mail waits long for the writer.
 */
public final class Purging {
  private static final Logger LOG = LoggerFactory.getLogger(Purging.class);
  private static final int STEP = 200;
  private static final Duration BREATH = Duration.ofMillis(20);

  /** A mail goes when every recipient's has stood finished, or undecided, for long enough. */
  private static final String MAILS =
      """
      SELECT m.number FROM kept_mail m
      WHERE m.number < :newest AND NOT EXISTS (
        SELECT 1 FROM keep k WHERE k.number = m.number AND NOT (
          (k.standing IN ('sent', 'deleted') AND k.changed_at < :finished)
          OR (k.standing IN ('quarantined', 'refused') AND k.changed_at < :undecided)))
      ORDER BY m.number LIMIT :step
      """;

  private static final String CASES =
      """
      SELECT c.number FROM mail_case c
      WHERE c.verdict <> 'clear' AND c.number < :before
        AND NOT EXISTS (SELECT 1 FROM kept_mail m WHERE m.number = c.number)
      ORDER BY c.number LIMIT :step
      """;

  private static final String CLEAR =
      """
      SELECT c.number FROM mail_case c
      WHERE c.verdict = 'clear' AND c.number < :before
        AND NOT EXISTS (SELECT 1 FROM kept_mail m WHERE m.number = c.number)
      ORDER BY c.number LIMIT :step
      """;

  private final Database database;
  private final Writer writer;
  private final Retention retention;

  Purging(Database database, Writer writer, Retention retention) {
    this.database = database;
    this.writer = writer;
    this.retention = retention;
  }

  /**
   * What was forgotten.
   *
   * @param mails kept mails
   * @param cases cases
   * @param other lines of the audit log, copies of alerts, responses, numbers and days of counters
   */
  public record Purged(long mails, long cases, long other) {}

  /**
   * Forgets all whose time is over.
   *
   * @param done told after each step how many are gone
   * @throws CustodyFailure where the store cannot be had; the rest goes the next time
   */
  Purged purge(Instant now, IntConsumer done) {
    long mails = all(handle -> mails(handle, now), done);
    long cases = all(handle -> cases(handle, CASES, now.minus(retention.cases())), done);
    cases += all(handle -> cases(handle, CLEAR, now.minus(retention.clear())), done);
    long other =
        all(handle -> old(handle, "audit_entry", "number", "at", now, retention.audit()), done);
    other += alerts(now, done);
    other += all(handle -> old(handle, "response", "number", "at", now, retention.cases()), done);
    other +=
        all(
            handle -> old(handle, "number_seen", "e164", "last_at", now, retention.numbers()),
            done);
    other += writer.write(handle -> counters(handle, now));
    note(now, mails);
    return new Purged(mails, cases, other);
  }

  /** Forgets copies of alerts alone. */
  void alerts(Instant now) {
    alerts(now, _ -> {});
  }

  private long alerts(Instant now, IntConsumer done) {
    return all(handle -> alerts(handle, now), done);
  }

  private void note(Instant now, long mails) {
    if (mails > 0) {
      writer.write(
          handle -> {
            AuditRows.insert(
                handle,
                new AuditLog.Entry(
                    now, AuditLog.RINGFENCE, "purge", "kept mail", mails + " mails were too old."));
            return true;
          });
    }
  }

  /** Until a step finds less than it could have taken. */
  private long all(Job.Work<Integer> step, IntConsumer done) {
    long sum = 0;
    int gone = STEP;
    while (gone >= STEP && !Thread.currentThread().isInterrupted()) {
      gone = writer.write(step);
      sum += gone;
      done.accept(gone);
      breathe();
    }
    return sum;
  }

  private static void breathe() {
    try {
      Thread.sleep(BREATH);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private int mails(Handle handle, Instant now) {
    Instant finished = now.minus(retention.finished());
    Instant undecided = now.minus(retention.quarantine());
    List<Long> numbers =
        handle
            .createQuery(MAILS)
            .bind("newest", StoredCases.number(finished.isAfter(undecided) ? finished : undecided))
            .bind("finished", finished.toEpochMilli())
            .bind("undecided", undecided.toEpochMilli())
            .bind("step", STEP)
            .mapTo(Long.class)
            .list();
    delete(handle, "DELETE FROM kept_mail WHERE number IN (<numbers>)", numbers);
    return numbers.size();
  }

  private int cases(Handle handle, String which, Instant before) {
    List<Long> numbers =
        handle
            .createQuery(which)
            .bind("before", StoredCases.number(before))
            .bind("step", STEP)
            .mapTo(Long.class)
            .list();
    if (!numbers.isEmpty()) {
      database.dropTerms(handle, numbers);
    }
    delete(handle, "DELETE FROM mail_case WHERE number IN (<numbers>)", numbers);
    return numbers.size();
  }

  private static void delete(Handle handle, String statement, List<Long> numbers) {
    if (!numbers.isEmpty()) {
      handle.createUpdate(statement).bindList("numbers", numbers).execute();
    }
  }

  private static int old(
      Handle handle, String table, String key, String time, Instant now, Duration kept) {
    return handle.execute(
        "DELETE FROM "
            + table
            + " WHERE "
            + key
            + " IN (SELECT "
            + key
            + " FROM "
            + table
            + " WHERE "
            + time
            + " < ? ORDER BY "
            + time
            + " LIMIT ?)",
        now.minus(kept).toEpochMilli(),
        STEP);
  }

  private int alerts(Handle handle, Instant now) {
    return handle.execute(
        """
        DELETE FROM alert_copy WHERE (platform, key, copy) IN (
          SELECT platform, key, copy FROM alert_copy WHERE received_at < ?
          ORDER BY received_at LIMIT ?)
        """,
        now.minus(retention.alerts()).toEpochMilli(),
        STEP);
  }

  private int counters(Handle handle, Instant now) {
    long day = now.minus(retention.counters()).getEpochSecond() / 86_400;
    return handle.execute("DELETE FROM verdict_count WHERE day < ?", day)
        + handle.execute("DELETE FROM rule_count WHERE day < ?", day);
  }

  /** The same in the background: a failure is one line of the log, and the rest goes next time. */
  void quietly(Runnable purging) {
    try {
      purging.run();
    } catch (CustodyFailure failure) {
      LOG.error("What is too old could not be forgotten: {}", failure.getMessage());
    }
  }
}
