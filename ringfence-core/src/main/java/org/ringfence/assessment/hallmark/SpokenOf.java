package org.ringfence.assessment.hallmark;

import java.util.List;
import java.util.Set;
import org.ringfence.knowledge.Concept;
import org.ringfence.mail.Evidence;

/**
 * The message speaks, in at least so many different phrases, of something that tells what kind of
 * mail it is: an operations team's work, correspondence between people, or phishing of another
 * kind.
 */
record SpokenOf(String id, Set<Concept> concepts, int phrases) implements Hallmark {
  @Override
  public Finding assess(Observations seen) {
    List<Evidence> evidence = seen.said(concepts);
    long different = evidence.stream().map(Evidence::quote).distinct().count();
    return different >= phrases ? Finding.by(id, evidence) : new Finding.Absent(id);
  }
}
