package org.ringfence.assessment.hallmark;

import java.util.List;
import org.ringfence.mail.Evidence;

/** There is a number to call, and nothing about money or an account around it. */
record CallWithoutClaim(String id) implements Hallmark {
  @Override
  public Finding assess(Observations seen) {
    if (seen.calls().stream().anyMatch(Call::makesClaim)) {
      return new Finding.Absent(id);
    }
    List<Evidence> evidence = seen.calls().stream().map(call -> call.evidence()).toList();
    return Finding.by(id, evidence);
  }
}
