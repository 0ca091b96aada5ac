package org.ringfence.dispatch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.ringfence.connector.smtp.SmtpConnector;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.Custody;
import org.ringfence.custody.Custody.Kept;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.custody.Standing;
import org.ringfence.custody.Standing.Purpose;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.knowledge.PolicyAction.Hold;
import org.ringfence.mail.Arrival;
import org.ringfence.operation.Meters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what custody says is due, and ends what was held too long.
 *
 * <p>A mail is claimed before it is sent: {@link Standing.Sending} is on the disk before the first
 * octet leaves. What the next host said is on the disk before anything else is done with the mail.
 * So a crash at any instant leaves a delivery that is sent again, and a release that somebody looks
 * at. Where the store cannot be had nothing is sent, and it is tried again.
 */
public final class Dispatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

  private final Custody custody;
  private final Courier courier;
  private final Asking asking;
  private final DispatchSettings settings;
  private final InstantSource clock;
  private final Meters meters;
  private final Semaphore bell = new Semaphore(0);
  private final Semaphore slots;
  private final ExecutorService couriers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("dispatch-", 0).factory());
  private final Thread sending = Thread.ofPlatform().name("dispatch").daemon().unstarted(this::run);
  private final Thread ask = Thread.ofPlatform().name("dispatch-ask").daemon().unstarted(this::ask);
  private volatile boolean closing;

  /** A dispatch that does nothing yet, and that nobody counts. */
  public Dispatch(
      Custody custody,
      SmtpConnector connector,
      Function<Arrival, CaseRecord> judge,
      DispatchSettings settings,
      InstantSource clock) {
    this(custody, connector, judge, settings, clock, Meters.none());
  }

  /**
   * A dispatch that does nothing yet.
   *
   * @param custody whose mail is sent
   * @param connector knows the next host; it is not closed with the dispatch
   * @param judge judges held mail again
   * @param clock tells the time
   * @param meters count what was given on
   */
  public Dispatch(
      Custody custody,
      SmtpConnector connector,
      Function<Arrival, CaseRecord> judge,
      DispatchSettings settings,
      InstantSource clock,
      Meters meters) {
    this.meters = meters;
    this.custody = custody;
    this.courier = new Courier(custody, connector, settings, clock);
    this.asking = new Asking(custody, judge);
    this.settings = settings;
    this.clock = clock;
    this.slots = new Semaphore(settings.atOnce());
  }

  /** Begins: first with what a crash left, then with what is due. */
  public void start() {
    sending.start();
    ask.start();
  }

  /** Looks at once whether something is due. */
  public void poke() {
    bell.release();
  }

  /** Sends nothing more, and waits for what is being sent. */
  @Override
  public void close() {
    closing = true;
    poke();
    ask.interrupt();
    try {
      // A mail that is being claimed still finds its courier, or nobody would ever send it.
      sending.join(settings.drain().toMillis());
      couriers.shutdown();
      boolean ended = couriers.awaitTermination(settings.drain().toNanos(), TimeUnit.NANOSECONDS);
      if (!ended) {
        LOG.warn("Mails are still being sent; they are looked after at the next start.");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    couriers.shutdownNow();
  }

  /** The guard of the dispatch: whatever it meets, what is kept is looked after again. */
  private void run() {
    boolean recovered = false;
    while (!closing) {
      boolean more = false;
      try {
        recovered = recovered || recover();
        more = sendDue();
      } catch (CustodyFailure failure) {
        LOG.error("Nothing can be sent: {}", failure.getMessage());
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
        LOG.error("Ringfence failed on sending.", fault);
      }
      if (!more) {
        rest(settings.poll());
      }
    }
  }

  private boolean recover() {
    custody.recover(clock.instant());
    return true;
  }

  /** Sends as much as there are slots; whether there may be more. */
  private boolean sendDue() {
    int free = slots.availablePermits();
    if (free == 0) {
      return false;
    }
    List<Kept> due = custody.due(clock.instant(), free);
    due.forEach(this::take);
    return due.size() == free && slots.availablePermits() > 0;
  }

  private void take(Kept kept) {
    switch (kept.standing()) {
      case Standing.Waiting waiting -> claim(kept, waiting);
      case Standing.Held held -> custody.move(kept, end(kept, held), AuditLog.RINGFENCE);
      case Standing.Quarantined _,
          Standing.Sending _,
          Standing.Sent _,
          Standing.Refused _,
          Standing.Deleted _ ->
          LOG.error("case={} stands as {} and cannot be due.", kept.entry().id(), kept.standing());
    }
  }

  private Standing end(Kept kept, Standing.Held held) {
    Hold.End end = held.end();
    LOG.info("case={} held until its time was up, then: {}", kept.entry().id(), end);
    return switch (end) {
      case DELIVER -> new Standing.Waiting(kept.recipient(), Purpose.DELIVERY, clock.instant(), 0);
      case QUARANTINE -> new Standing.Quarantined(held.reason());
      case DISCARD -> new Standing.Deleted(clock.instant());
    };
  }

  private void claim(Kept kept, Standing.Waiting waiting) {
    var claimed = new Standing.Sending(waiting.to(), waiting.purpose(), waiting.attempts() + 1);
    if (closing || !slots.tryAcquire()) {
      return;
    }
    boolean handedOver = false;
    try {
      if (custody.move(kept, claimed, AuditLog.RINGFENCE)) {
        Kept ours = new Kept(kept.entry(), kept.recipient(), claimed);
        couriers.execute(() -> carry(ours, claimed));
        handedOver = true;
      }
    } finally {
      if (!handedOver) {
        slots.release();
      }
    }
  }

  private void carry(Kept kept, Standing.Sending claim) {
    try {
      settle(kept, sent(kept, claim));
    } finally {
      slots.release();
      poke();
    }
  }

  /** The guard of the courier: what Ringfence failed on is there for somebody to look at. */
  private Standing sent(Kept kept, Standing.Sending claim) {
    try {
      return courier.send(kept, claim);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
      LOG.error("case={} Ringfence failed on sending.", kept.entry().id(), fault);
      return new Standing.Refused("Ringfence failed on sending it; see the log.");
    }
  }

  /** Writes down what became of the mail, however long the store takes to come back. */
  private void settle(Kept kept, Standing standing) {
    log(kept, standing);
    meters.dispatched(result(standing));
    while (true) {
      try {
        custody.move(kept, standing, AuditLog.RINGFENCE);
        return;
      } catch (CustodyFailure failure) {
        LOG.error("case={} could not be written down: {}", kept.entry().id(), failure.getMessage());
        if (closing || !pause(settings.poll())) {
          return;
        }
      }
    }
  }

  private static String result(Standing standing) {
    return switch (standing) {
      case Standing.Sent _ -> "sent";
      case Standing.Refused _ -> "refused";
      case Standing.Waiting _,
          Standing.Quarantined _,
          Standing.Held _,
          Standing.Sending _,
          Standing.Deleted _ ->
          "later";
    };
  }

  private static void log(Kept kept, Standing standing) {
    switch (standing) {
      case Standing.Refused(String reply) ->
          LOG.warn("case={} did=refused reply=\"{}\"", kept.entry().id(), reply);
      case Standing.Waiting waiting ->
          LOG.info(
              "case={} did=wait tries={} next={}",
              kept.entry().id(),
              waiting.attempts(),
              waiting.next());
      case Standing.Quarantined _,
          Standing.Held _,
          Standing.Sending _,
          Standing.Sent _,
          Standing.Deleted _ ->
          LOG.info("case={} did={}", kept.entry().id(), standing.key());
    }
  }

  private void ask() {
    while (!closing && pause(settings.ask())) {
      try {
        if (asking.ask(clock.instant())) {
          poke();
        }
      } catch (CustodyFailure failure) {
        LOG.error("Nothing can be asked about: {}", failure.getMessage());
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
        LOG.error("Ringfence failed on asking.", fault);
      }
    }
  }

  private void rest(Duration time) {
    try {
      if (bell.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
        bell.drainPermits();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean pause(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
