package org.ringfence.cli;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does work on several threads and hands on the results in the order it was given.
 *
 * <p>What waits is bounded in number and in octets, so that a folder of any size is read with the
 * same memory. Used by one thread; that thread gets the results too.
 */
final class OrderedWork<I, O> implements AutoCloseable {
  private static final int WAITING_PER_JOB = 8;
  private static final long WAITING_OCTETS = 96L << 20;

  private final ExecutorService threads;
  private final Function<I, O> work;
  private final Consumer<O> sink;
  private final int mostWaiting;
  private final Queue<Waiting<O>> waiting = new ArrayDeque<>();
  private long waitingOctets;

  private record Waiting<O>(Future<O> result, long octets) {}

  /**
   * @param work must not throw; what fails is a result
   */
  OrderedWork(int jobs, Function<I, O> work, Consumer<O> sink) {
    this.threads = Executors.newFixedThreadPool(jobs);
    this.work = work;
    this.sink = sink;
    this.mostWaiting = jobs * WAITING_PER_JOB;
  }

  /** Gives in one piece of work that keeps {@code octets} of memory busy. */
  void give(I input, long octets) {
    while (!waiting.isEmpty()
        && (waiting.size() >= mostWaiting || waitingOctets + octets > WAITING_OCTETS)) {
      handOn();
    }
    waiting.add(new Waiting<>(threads.submit(() -> work.apply(input)), octets));
    waitingOctets += octets;
    while (!waiting.isEmpty() && waiting.element().result().isDone()) {
      handOn();
    }
  }

  private void handOn() {
    Waiting<O> first = waiting.remove();
    waitingOctets -= first.octets();
    try {
      sink.accept(first.result().get());
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("Interrupted; what was judged until now was shown.", stop);
    }
  }

  /** Waits for the rest and hands it on. */
  @Override
  public void close() {
    try {
      while (!waiting.isEmpty()) {
        handOn();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
