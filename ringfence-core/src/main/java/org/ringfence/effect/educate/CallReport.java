package org.ringfence.effect.educate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringfence.knowledge.CallFact;
import org.ringfence.knowledge.DialogueScript.End;
import org.ringfence.knowledge.DialogueScript.Step;
import org.ringfence.knowledge.Harm;

/**
 * What somebody who called has told so far. Immutable; {@link Dialogue} makes the next one of an
 * answer.
 *
 * @param answers what was answered, in order
 * @param harms what has happened, the most pressing first
 * @param facts what was told in free words; no card number among them
 * @param next the step to show next
 */
public record CallReport(
    List<Answer> answers, Set<Harm> harms, Map<CallFact, String> facts, Step next) {
  public CallReport {
    answers = List.copyOf(answers);
    harms = Collections.unmodifiableSet(copy(harms));
    facts = Collections.unmodifiableMap(copy(facts));
  }

  private static Set<Harm> copy(Set<Harm> harms) {
    return harms.isEmpty() ? EnumSet.noneOf(Harm.class) : EnumSet.copyOf(harms);
  }

  private static Map<CallFact, String> copy(Map<CallFact, String> facts) {
    Map<CallFact, String> copy = new EnumMap<>(CallFact.class);
    copy.putAll(facts);
    return copy;
  }

  /** Whether every question was answered. */
  public boolean isFinished() {
    return next instanceof End;
  }

  /**
   * Whether somebody should call them back at once: until all is answered, the worst is to be
   * expected, as whoever stops answering may have the scammer on the screen.
   */
  public boolean isUrgent() {
    return !isFinished() || !harms.isEmpty();
  }
}
