package org.ringfence.decision.judge;

import java.util.List;
import org.ringfence.knowledge.WordWeights;

/**
 * Learns the word weights: logistic regression by gradient descent with per-weight step sizes
 * (Duchi et al., "Adaptive Subgradient Methods", 2011) and a quadratic penalty.
 *
 * <p>Both classes weigh the same in sum, whatever their counts. No chance is involved: the examples
 * are visited in a fixed order, so the same examples give the same weights to the bit.
 */
final class WordTraining {
  private static final int BUCKETS = 1 << 16;
  private static final int ROUNDS = 12;
  private static final double STEP = 0.5;
  private static final double PENALTY = 2e-4;
  private static final int STRIDE = 7_919;

  private final double[] weights = new double[BUCKETS];
  private final double[] squares = new double[BUCKETS];
  private double bias;

  private WordTraining() {}

  /** The weights learned from {@code examples}. */
  static WordWeights learn(List<Example> examples) {
    WordTraining training = new WordTraining();
    double callbacks = examples.stream().filter(Example::callback).count();
    double share = callbacks / Math.max(1, examples.size());
    for (int round = 0; round < ROUNDS; round++) {
      training.visitAll(examples, share);
    }
    return training.quantized();
  }

  /** Visits the examples in a stride that mixes the classes, which stand in blocks. */
  private void visitAll(List<Example> examples, double share) {
    int stride = STRIDE % examples.size() == 0 ? 1 : STRIDE;
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get((int) ((long) i * stride % examples.size()));
      double importance = example.callback() ? 0.5 / share : 0.5 / (1 - share);
      visit(example, Math.min(importance, 10));
    }
  }

  private void visit(Example example, double importance) {
    Words words = example.words();
    double norm = WordModel.norm(words.count());
    double sum = bias;
    for (int i = 0; i < words.count(); i++) {
      sum += norm * weights[words.feature(i) & (BUCKETS - 1)];
    }
    double error = importance * ((example.callback() ? 1 : 0) - Judge.probability(sum));
    bias += 0.01 * error;
    for (int i = 0; i < words.count(); i++) {
      descend(words.feature(i) & (BUCKETS - 1), norm * error);
    }
  }

  private void descend(int bucket, double direction) {
    double gradient = direction - PENALTY * weights[bucket];
    squares[bucket] += gradient * gradient;
    weights[bucket] += STEP * gradient / (1e-3 + Math.sqrt(squares[bucket]));
  }

  private WordWeights quantized() {
    double largest = 1e-9;
    for (double weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    // The largest weights are few; cutting them leaves finer units for the many.
    double scale = Math.min(largest, 6) / Byte.MAX_VALUE;
    byte[] units = new byte[BUCKETS];
    for (int i = 0; i < BUCKETS; i++) {
      long unit = Math.round(weights[i] / scale);
      units[i] = (byte) Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, unit));
    }
    return new WordWeights(units, scale, bias);
  }
}
