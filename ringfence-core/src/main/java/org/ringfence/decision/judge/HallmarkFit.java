package org.ringfence.decision.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Logistic regression over hallmarks and the words' value, with a normal prior around the analysts'
 * weights and each weight kept on its prior's side of zero.
 */
final class HallmarkFit {
  private static final int ROUNDS = 3_000;
  private static final double STEP = 0.4;

  /** How many examples one unit of distance from the prior outweighs. */
  private static final double TRUST_IN_PRIOR = 150;

  private static final double PRIOR_BIAS = -4;
  private static final double PRIOR_WORDS = 0.5;

  /**
   * The most that the words may weigh. The lures that are learned from have few authors, whose
   * style tells them apart far better than it will ever tell a stranger's.
   */
  private static final double MOST_WORDS = 0.6;

  private final List<String> ids;
  private final double[] priors;
  private final double[] weights;

  private HallmarkFit(Map<String, Double> priors) {
    this.ids = new ArrayList<>(priors.keySet());
    this.priors = new double[ids.size() + 2];
    int next = 0;
    for (double prior : priors.values()) {
      this.priors[next++] = prior;
    }
    this.priors[ids.size()] = PRIOR_WORDS;
    this.priors[ids.size() + 1] = PRIOR_BIAS;
    this.weights = this.priors.clone();
  }

  static HallmarkFit of(List<Trainer.Observed> observed, Map<String, Double> priors) {
    HallmarkFit fit = new HallmarkFit(priors);
    double[][] rows = observed.stream().map(fit::row).toArray(double[][]::new);
    boolean[] callback = new boolean[rows.length];
    int callbacks = 0;
    for (int i = 0; i < rows.length; i++) {
      callback[i] = observed.get(i).example().callback();
      callbacks += callback[i] ? 1 : 0;
    }
    double importance = Math.max(1.0, (rows.length - callbacks) / (double) Math.max(1, callbacks));
    for (int round = 0; round < ROUNDS; round++) {
      fit.descend(rows, callback, importance);
    }
    return fit;
  }

  double bias() {
    return weights[ids.size() + 1];
  }

  double wordsWeight() {
    return weights[ids.size()];
  }

  Map<String, Double> weights() {
    Map<String, Double> byId = new TreeMap<>();
    for (int i = 0; i < ids.size(); i++) {
      byId.put(ids.get(i), weights[i]);
    }
    return byId;
  }

  double logOdds(Trainer.Observed observed) {
    return dot(row(observed));
  }

  private double[] row(Trainer.Observed observed) {
    double[] row = new double[weights.length];
    for (int i = 0; i < ids.size(); i++) {
      row[i] = observed.example().present().contains(ids.get(i)) ? 1 : 0;
    }
    row[ids.size()] = observed.words();
    row[ids.size() + 1] = 1;
    return row;
  }

  private double dot(double[] row) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * weights[i];
    }
    return sum;
  }

  private void descend(double[][] rows, boolean[] callback, double importance) {
    double[] gradient = new double[weights.length];
    double mass = TRUST_IN_PRIOR;
    for (int i = 0; i < rows.length; i++) {
      double weight = callback[i] ? importance : 1;
      double error = weight * ((callback[i] ? 1 : 0) - Judge.probability(dot(rows[i])));
      mass += weight;
      for (int j = 0; j < gradient.length; j++) {
        gradient[j] += error * rows[i][j];
      }
    }
    for (int j = 0; j < weights.length; j++) {
      gradient[j] -= TRUST_IN_PRIOR * (weights[j] - priors[j]);
      weights[j] = onSideOf(priors[j], weights[j] + STEP * gradient[j] / mass);
    }
    weights[ids.size()] = Math.min(MOST_WORDS, weights[ids.size()]);
  }

  /** Keeps a weight on its prior's side of zero; where the prior is zero it is free. */
  private static double onSideOf(double prior, double weight) {
    if (prior > 0) {
      return Math.max(0, weight);
    }
    return prior < 0 ? Math.min(0, weight) : weight;
  }
}
