package org.ringfence.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be written: jobs that somebody waits for, and memories that nobody does. The first
 * go first, so that a flood of history delays no mail; each kind has a bound of its own.
 */
final class WorkQueue {
  private final int mostJobs;
  private final int mostMemories;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Condition emptied = lock.newCondition();
  private final ArrayDeque<Job<?>> jobs = new ArrayDeque<>();
  private final ArrayDeque<Job<?>> memories = new ArrayDeque<>();
  private boolean closed;

  WorkQueue(int mostJobs, int mostMemories) {
    this.mostJobs = mostJobs;
    this.mostMemories = mostMemories;
  }

  /** Puts a job in, waiting for a place; false where there was none in time, or it is closed. */
  boolean put(Job<?> job, long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (jobs.size() >= mostJobs && !closed && left > 0) {
        left = emptied.awaitNanos(left);
      }
      boolean fits = jobs.size() < mostJobs && !closed;
      if (fits) {
        jobs.add(job);
        filled.signal();
      }
      return fits;
    } finally {
      lock.unlock();
    }
  }

  /** Puts a job in before all others, whatever waits. */
  void putFirst(Job<?> job) {
    lock.lock();
    try {
      jobs.addFirst(job);
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Puts a memory in at once; false where there is no place. */
  boolean offer(Job<?> memory) {
    lock.lock();
    try {
      boolean fits = memories.size() < mostMemories && !closed;
      if (fits) {
        memories.add(memory);
        filled.signal();
      }
      return fits;
    } finally {
      lock.unlock();
    }
  }

  /** What is to be written together, one at least; empty where it is closed and nothing waits. */
  List<Job<?>> next(int most) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (jobs.isEmpty() && memories.isEmpty() && !closed) {
        filled.await(1, TimeUnit.SECONDS);
      }
      List<Job<?>> together = new ArrayList<>();
      move(jobs, together, most);
      move(memories, together, most);
      emptied.signalAll();
      return together;
    } finally {
      lock.unlock();
    }
  }

  private static void move(ArrayDeque<Job<?>> from, List<Job<?>> to, int most) {
    while (!from.isEmpty() && to.size() < most) {
      to.add(from.remove());
    }
  }

  int size() {
    lock.lock();
    try {
      return jobs.size() + memories.size();
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing more in; what waits is still given out. */
  void close() {
    lock.lock();
    try {
      closed = true;
      filled.signalAll();
      emptied.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
