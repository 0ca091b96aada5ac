package org.ringfence.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.ringfence.custody.CustodyFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes, all of it, on one thread.
 *
 * <p>Group commit: all that waits when the thread comes round goes into one transaction, so that a
 * storm costs few writes to the disk. Nobody is told that something is written before the
 * transaction that holds it is on the disk. A platform thread, because the native call would hold
 * the carrier of a virtual one.
 *
 * <p>Where the store cannot be had for a while (locked, restarted), the same is tried again until
 * those who wait give up. Where a transaction fails for another reason, each of its jobs gets one
 * of its own, so that only the bad one fails.
 */
final class Writer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int JOBS = 1_024;
  private static final int MEMORIES = 4_096;
  private static final int TOGETHER = 256;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration COMPLAIN_EVERY = Duration.ofMinutes(1);

  private final Database database;
  private final Duration patience;
  private final WorkQueue queue = new WorkQueue(JOBS, MEMORIES);
  private final AtomicLong dropped = new AtomicLong();
  private final Thread thread;
  private volatile boolean closing;

  /** Why nothing is written at present. */
  private volatile @Nullable Throwable trouble;

  private volatile String lastDrop = "";
  private long droppedAndSaid;
  private long saidAt = System.nanoTime() - COMPLAIN_EVERY.toNanos();

  /**
   * @param patience how long anybody waits at most
   */
  Writer(Database database, Duration patience) {
    this.database = database;
    this.patience = patience;
    this.thread = Thread.ofPlatform().daemon().name("store").unstarted(this::run);
    thread.start();
  }

  /**
   * Does {@code work} within a transaction; it is on the disk on return.
   *
   * @throws CustodyFailure where that cannot be done within the patience
   */
  <T> T write(Job.Work<T> work) {
    return write(new Job<>(work));
  }

  /**
   * The same, where nobody would know what to make of a failure that was none.
   *
   * @param undo takes {@code work} back, once the store can be had, where its commit may have
   *     succeeded after all; it must do nothing where it has not
   */
  <T> T write(Job.Work<T> work, Job.Work<?> undo) {
    return write(new Job<>(work, Optional.of(undo)));
  }

  private <T> T write(Job<T> job) {
    try {
      if (!queue.put(job, patience.toNanos())) {
        throw failure(new TimeoutException("too much waits to be written"));
      }
      return await(job);
    } catch (InterruptedException stopped) {
      job.giveUp();
      Thread.currentThread().interrupt();
      throw failure(stopped);
    }
  }

  private <T> T await(Job<T> job) throws InterruptedException {
    try {
      return job.outcome().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      throw failure(failure);
    } catch (TimeoutException late) {
      // A commit that has begun is waited for: giving it up would leave nobody knowing.
      return job.giveUp() ? lost(job, late) : committing(job);
    }
  }

  private <T> T committing(Job<T> job) throws InterruptedException {
    try {
      return job.outcome().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      throw failure(failure);
    } catch (TimeoutException late) {
      job.giveUp();
      return lost(job, late);
    }
  }

  private <T> T lost(Job<T> job, TimeoutException late) {
    @Nullable Throwable own = job.trouble();
    @Nullable Throwable others = trouble;
    CustodyFailure failure = failure(own != null ? own : others != null ? others : late);
    if (job.fail(failure)) {
      throw failure;
    }
    return job.outcome().join();
  }

  private CustodyFailure failure(Throwable cause) {
    return Causes.first(cause, CustodyFailure.class)
        .orElseGet(() -> new CustodyFailure(database.sentence(cause), cause));
  }

  /** Does {@code work} soon, or never; returns at once. */
  <T> void remember(Job.Work<T> work) {
    Job<T> job = new Job<>(work);
    var _ = job.outcome().whenComplete((_, failure) -> drop(failure));
    if (!queue.offer(job)) {
      drop(new TimeoutException("too much waits to be written"));
    }
  }

  private void drop(@Nullable Throwable failure) {
    if (failure != null) {
      dropped.incrementAndGet();
      lastDrop = database.sentence(failure);
    }
  }

  /** Waits until all that was to be remembered before is written, or was dropped. */
  void settle() {
    Job<Boolean> last = new Job<>(_ -> true);
    while (!closing && !queue.offer(last)) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    if (!closing) {
      var _ = last.outcome().handle((_, _) -> true).join();
    }
  }

  /** How many jobs wait. */
  int waiting() {
    return queue.size();
  }

  /** How many memories were lost since the start. */
  long dropped() {
    return dropped.get();
  }

  /** Writes what waits, and ends. */
  @Override
  public void close() {
    closing = true;
    queue.close();
    try {
      thread.join(patience);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      List<Job<?>> together = queue.next(TOGETHER);
      while (!together.isEmpty()) {
        write(together);
        complain();
        together = queue.next(TOGETHER);
      }
    } catch (InterruptedException stopped) {
      LOG.error("The writer of the store was stopped; restart Ringfence.", stopped);
    }
  }

  private void write(List<Job<?>> together) throws InterruptedException {
    List<Job<?>> left = new ArrayList<>(together);
    long begin = System.nanoTime();
    while (!left.isEmpty()) {
      leave(left);
      try {
        commit(left);
        trouble = null;
        left.stream()
            .filter(job -> !job.committed())
            .forEach(job -> job.undo().ifPresent(this::undo));
        return;
      } catch (GivenUp again) {
        left.forEach(job -> job.notCommitted(again));
      } catch (RuntimeException | Error failure) {
        left.forEach(job -> job.notCommitted(failure));
        trouble = failure;
        boolean again = database.passes(failure) && System.nanoTime() - begin < tooLong();
        if (again) {
          Thread.sleep(PAUSE);
        } else {
          alone(left, failure);
          return;
        }
      }
    }
  }

  private void leave(List<Job<?>> left) {
    left.stream()
        .filter(Job::isGivenUp)
        .forEach(job -> job.undoIfUncertain().ifPresent(this::undo));
    left.removeIf(Job::isGivenUp);
  }

  /**
   * Takes back what nobody was told of, for as long as it takes; a restart does the same. It comes
   * before all else that waits: whoever failed may try again, and must find what he left.
   */
  private void undo(Job.Work<?> undo) {
    Job<?> job = new Job<>(undo);
    var _ =
        job.outcome()
            .whenComplete(
                (_, failure) -> {
                  if (failure != null && database.passes(failure)) {
                    undo(undo);
                  }
                });
    queue.putFirst(job);
  }

  /** Memories have nobody who gives them up. When the store is being closed, nobody waits long. */
  private long tooLong() {
    return closing ? patience.toNanos() / 2 : 2 * patience.toNanos();
  }

  private void alone(List<Job<?>> left, Throwable failure) throws InterruptedException {
    if (left.size() == 1 || database.passes(failure)) {
      left.forEach(job -> job.fail(failure));
    } else {
      for (Job<?> job : left) {
        write(List.of(job));
      }
    }
  }

  private void commit(List<Job<?>> jobs) {
    if (jobs.isEmpty()) {
      return;
    }
    try (Handle handle = database.writing().open()) {
      handle.begin();
      try {
        jobs.forEach(job -> job.doIt(handle));
        // What was given up meanwhile must not happen: all others are done again without it.
        if (!jobs.stream().allMatch(Job::beginCommit)) {
          throw new GivenUp();
        }
        handle.commit();
      } catch (RuntimeException | Error failure) {
        undo(handle, failure);
        throw failure;
      }
    }
  }

  private static void undo(Handle handle, Throwable failure) {
    try {
      handle.rollback();
    } catch (RuntimeException gone) {
      failure.addSuppressed(gone);
    }
  }

  private void complain() {
    long now = dropped.get();
    if (now > droppedAndSaid && System.nanoTime() - saidAt > COMPLAIN_EVERY.toNanos()) {
      LOG.error("{} cases were not remembered. {}", now - droppedAndSaid, lastDrop);
      droppedAndSaid = now;
      saidAt = System.nanoTime();
    }
  }

  private static final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GivenUp() {
      super(null, null, false, false);
    }
  }
}
