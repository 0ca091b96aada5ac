package org.ringfence.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Something to be written. Whoever asked may give it up until the commit that holds it begins; then
 * it has not happened, and never will.
 */
final class Job<T> {
  /** What is done within a transaction. It may be done again where the transaction failed. */
  @FunctionalInterface
  interface Work<T> {
    T with(Handle handle);
  }

  private enum State {
    WAITING,
    COMMITTING,
    GIVEN_UP
  }

  private final Work<T> work;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final CompletableFuture<T> outcome = new CompletableFuture<>();
  private @Nullable T result;
  private volatile @Nullable Throwable trouble;

  Job(Work<T> work) {
    this.work = work;
  }

  void doIt(Handle handle) {
    result = work.with(handle);
  }

  boolean beginCommit() {
    return state.compareAndSet(State.WAITING, State.COMMITTING);
  }

  void notCommitted(Throwable why) {
    trouble = why;
    state.compareAndSet(State.COMMITTING, State.WAITING);
  }

  boolean giveUp() {
    return state.compareAndSet(State.WAITING, State.GIVEN_UP);
  }

  boolean isGivenUp() {
    return state.get() == State.GIVEN_UP;
  }

  @SuppressWarnings("NullAway") // doIt ran before, and a work's result is its caller's business
  void committed() {
    outcome.complete(result);
  }

  void fail(Throwable failure) {
    outcome.completeExceptionally(failure);
  }

  CompletableFuture<T> outcome() {
    return outcome;
  }

  /** Why it has not been written yet. */
  @Nullable Throwable trouble() {
    return trouble;
  }
}
