package org.ringfence.assessment.hallmark;

/**
 * A claim is made, and the telephone is the only thing offered against it: nothing to click,
 * nowhere to look it up. A firm that has billed somebody has an account page.
 */
record PhoneIsTheOnlyWayOut(String id) implements Hallmark {
  @Override
  public Finding assess(Observations seen) {
    if (seen.calls().isEmpty() || LinkToFollow.anyIn(seen.message())) {
      return new Finding.Absent(id);
    }
    return Finding.by(id, seen.claimedCalls());
  }
}
