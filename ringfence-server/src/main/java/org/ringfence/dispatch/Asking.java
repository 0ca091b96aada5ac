package org.ringfence.dispatch;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ringfence.assessment.tenant.TenantStanding;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Custody;
import org.ringfence.custody.Custody.Kept;
import org.ringfence.custody.Standing;
import org.ringfence.custody.Standing.Purpose;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Arrival;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks again about mail that waits for the platform to confirm it. What is confirmed goes to its
 * recipients with the edits of the first judging.
 */
final class Asking {
  private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
  private static final int MOST = 50;

  private final Custody custody;
  private final Function<Arrival, CaseRecord> judge;

  Asking(Custody custody, Function<Arrival, CaseRecord> judge) {
    this.custody = custody;
    this.judge = judge;
  }

  /** Asks about those that were not asked about for the longest time; whether one was let go. */
  boolean ask(Instant now) {
    Map<CaseId, Boolean> answers = new HashMap<>();
    boolean any = false;
    List<Kept> held = custody.held(now, MOST);
    for (Kept kept : held) {
      boolean confirmed = answers.computeIfAbsent(kept.entry().id(), this::isConfirmed);
      any |= confirmed && release(kept, now);
      if (!confirmed) {
        custody.move(kept, kept.standing(), AuditLog.RINGFENCE);
      }
    }
    return any;
  }

  private boolean release(Kept kept, Instant now) {
    Standing waiting = new Standing.Waiting(kept.recipient(), Purpose.RELEASE, now, 0);
    boolean moved = custody.move(kept, waiting, AuditLog.RINGFENCE);
    if (moved) {
      LOG.info("case={} confirmed by the platform, released", kept.entry().id());
    }
    return moved;
  }

  /** The guard of the judgement: a fault of ours keeps a mail held, and the others go on. */
  private boolean isConfirmed(CaseId id) {
    try {
      return custody
          .mail(id)
          .map(mail -> judge.apply(mail.arrival()))
          .flatMap(CaseRecord::tenant)
          .filter(tenant -> tenant.is(TenantStanding.Standing.CONFIRMED_OURS))
          .isPresent();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
      LOG.error("case={} could not be asked about: {}", id, fault.getClass().getSimpleName());
      return false;
    }
  }
}
