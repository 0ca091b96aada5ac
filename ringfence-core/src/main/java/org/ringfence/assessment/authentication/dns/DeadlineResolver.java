package org.ringfence.assessment.authentication.dns;

import org.ringfence.mail.Deadline;

/**
 * Asks no more once the time of a message is up. One question that is under way is bounded by the
 * resolver behind.
 */
public final class DeadlineResolver implements Resolver {
  private final Resolver resolver;
  private final Deadline deadline;

  /** Asks {@code resolver} until {@code deadline}. */
  public DeadlineResolver(Resolver resolver, Deadline deadline) {
    this.resolver = resolver;
    this.deadline = deadline;
  }

  @Override
  public Answer ask(String name, Type type) {
    return deadline.isOver()
        ? new Answer.Trouble("The time for the DNS look-ups of this message is up.")
        : resolver.ask(name, type);
  }
}
