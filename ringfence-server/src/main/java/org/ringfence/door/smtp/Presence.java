package org.ringfence.door.smtp;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether a session has a mail under way. Whoever closes the door and whoever begins a mail agree
 * on who was first: no mail is cut off that was begun.
 */
final class Presence {
  private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

  private enum State {
    IDLE,
    BUSY,
    LEAVING
  }

  /** Begins a mail; false where the session is leaving. */
  boolean begin() {
    return state.compareAndSet(State.IDLE, State.BUSY);
  }

  /** Ends the mail. */
  void end() {
    state.compareAndSet(State.BUSY, State.IDLE);
  }

  /** Leaves, where no mail is under way. */
  boolean leave() {
    return state.compareAndSet(State.IDLE, State.LEAVING);
  }
}
