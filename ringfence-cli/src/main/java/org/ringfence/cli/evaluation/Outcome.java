package org.ringfence.cli.evaluation;

import java.time.Duration;
import org.ringfence.decision.judge.Band;

/**
 * What became of one labelled mail.
 *
 * @param label the known answer
 * @param band the verdict
 * @param score the probability that went with it
 * @param elapsed the time the judgement took
 */
public record Outcome(Label label, Band band, double score, Duration elapsed) {
  /** Whether the verdict was callback phishing. */
  public boolean isFound() {
    return band == Band.CALLBACK_PHISHING;
  }

  /** Whether the answer was wrong: a lure not found, or another mail taken for one. */
  public boolean isMisjudged() {
    return isFound() != label.isPositive();
  }
}
