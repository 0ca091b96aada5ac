package org.ringfence.store;

import java.util.Optional;
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
  private final Optional<Work<?>> undo;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final CompletableFuture<T> outcome = new CompletableFuture<>();
  private @Nullable T result;
  private volatile @Nullable Throwable trouble;
  private volatile boolean uncertain;

  Job(Work<T> work) {
    this(work, Optional.empty());
  }

  /**
   * @param undo takes back what may have been done, where nobody could be told that it was
   */
  Job(Work<T> work, Optional<Work<?>> undo) {
    this.work = work;
    this.undo = undo;
  }

  void doIt(Handle handle) {
    result = work.with(handle);
  }

  boolean beginCommit() {
    return state.compareAndSet(State.WAITING, State.COMMITTING);
  }

  void notCommitted(Throwable why) {
    trouble = why;
    uncertain |= state.get() == State.COMMITTING;
    state.compareAndSet(State.COMMITTING, State.WAITING);
  }

  boolean giveUp() {
    return state.compareAndSet(State.WAITING, State.GIVEN_UP);
  }

  boolean isGivenUp() {
    return state.get() == State.GIVEN_UP;
  }

  /** Says that it is done; false where nobody waited any longer. */
  @SuppressWarnings("NullAway") // doIt ran before, and a work's result is its caller's business
  boolean committed() {
    return outcome.complete(result);
  }

  /** What takes it back, where a commit of it failed and may have succeeded all the same. */
  Optional<Work<?>> undoIfUncertain() {
    return uncertain ? undo : Optional.empty();
  }

  Optional<Work<?>> undo() {
    return undo;
  }

  /** Says that it failed; false where it was said already that it is done. */
  boolean fail(Throwable failure) {
    return outcome.completeExceptionally(failure);
  }

  CompletableFuture<T> outcome() {
    return outcome;
  }

  /** Why it has not been written yet. */
  @Nullable Throwable trouble() {
    return trouble;
  }
}
