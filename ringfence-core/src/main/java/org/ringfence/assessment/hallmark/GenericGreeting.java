package org.ringfence.assessment.hallmark;

import java.util.List;
import java.util.Set;
import org.ringfence.knowledge.Concept;
import org.ringfence.mail.Evidence;

/** The reader is greeted as nobody: the sender has an address, not a customer. */
record GenericGreeting(String id) implements Hallmark {
  private static final int OPENING = 400;

  @Override
  public Finding assess(Observations seen) {
    List<Evidence> evidence =
        seen.said(Set.of(Concept.GENERIC_GREETING)).stream()
            .filter(greeting -> greeting.span().start() < OPENING)
            .toList();
    return Finding.by(id, evidence);
  }
}
