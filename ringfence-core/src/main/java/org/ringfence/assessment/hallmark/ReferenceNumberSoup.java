package org.ringfence.assessment.hallmark;

import java.util.List;
import java.util.Set;
import org.ringfence.knowledge.Concept;
import org.ringfence.mail.Evidence;

/**
 * Reference, order, customer and transaction numbers in heaps beside a number to call. They lend an
 * air of book-keeping and give the caller something to read out.
 */
record ReferenceNumberSoup(String id) implements Hallmark {
  private static final int HEAP = 3;

  @Override
  public Finding assess(Observations seen) {
    List<Evidence> evidence =
        seen.calls().stream()
            .map(call -> call.said(Set.of(Concept.REFERENCE_LABEL)))
            .filter(labels -> labels.stream().map(Evidence::quote).distinct().count() >= HEAP)
            .flatMap(List::stream)
            .toList();
    return Finding.by(id, evidence);
  }
}
