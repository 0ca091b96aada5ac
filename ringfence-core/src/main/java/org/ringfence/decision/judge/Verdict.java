package org.ringfence.decision.judge;

import java.util.Map;

/**
 * What we think of a message, and why.
 *
 * @param band the verdict in one word
 * @param score the calibrated probability of callback phishing, 0 to 1
 * @param contributions what each present hallmark adds, in log-odds, by hallmark id
 * @param explanation the reasons; its value is the log-odds of {@code score}
 */
public record Verdict(
    Band band, double score, Map<String, Double> contributions, Explanation explanation) {
  public Verdict {
    contributions = Map.copyOf(contributions);
  }

  /** What {@code hallmark} adds in log-odds, 0 where it is not present. */
  public double contribution(String hallmark) {
    return contributions.getOrDefault(hallmark, 0.0);
  }
}
