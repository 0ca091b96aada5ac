package org.ringfence.knowledge;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the judge weighs with. Made by training, never by hand.
 *
 * @param bias the log-odds of a message that shows nothing at all
 * @param weights the log-odds that each hallmark adds where present, by hallmark id
 * @param wordsWeight how much the words as a whole count
 * @param words the weights of the words
 * @param suspicious the least probability of the band "suspicious"
 * @param callbackPhishing the least probability of the band "callback-phishing"
 */
public record JudgeModel(
    double bias,
    Map<String, Double> weights,
    double wordsWeight,
    WordWeights words,
    double suspicious,
    double callbackPhishing) {
  public JudgeModel {
    weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    if (!(0 < suspicious && suspicious < callbackPhishing && callbackPhishing < 1)) {
      throw new IllegalArgumentException(
          "bands must rise: " + suspicious + ", " + callbackPhishing);
    }
  }

  /** What {@code hallmark} adds where it is present. */
  public double weight(String hallmark) {
    return weights.getOrDefault(hallmark, 0.0);
  }
}
