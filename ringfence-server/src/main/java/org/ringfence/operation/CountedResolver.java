package org.ringfence.operation;

import org.ringfence.assessment.authentication.dns.Answer;
import org.ringfence.assessment.authentication.dns.Resolver;

/**
 * Counts the questions that go through. In front of a cache it counts what is asked, behind it what
 * the cache did not know.
 *
 * @param next who answers
 * @param count called for each question
 */
public record CountedResolver(Resolver next, Runnable count) implements Resolver {
  @Override
  public Answer ask(String name, Type type) {
    count.run();
    return next.ask(name, type);
  }
}
