package org.ringfence.decision.judge;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.knowledge.WordWeights;

/**
 * The words as a whole: a linear model over hashed words and word pairs (Weinberger et al.,
 * "Feature Hashing for Large Scale Multitask Learning", 2009). It knows no more than which words
 * lures and honest mail share, so it is bounded: it can tip a balance, never make a verdict.
 */
final class WordModel {
  /**
   * The most that words alone may add or take, in log-odds before their weight. Low, because the
   * lures learned from are our own: a stranger's lure in other words must not pass for honest.
   */
  static final double BOUND = 1;

  private static final double CAUTION = 0.25;

  private static final int TOLD = 5;

  private final WordWeights weights;

  WordModel(WordWeights weights) {
    this.weights = weights;
  }

  /** The log-odds of the words, within {@link #BOUND}. */
  double value(Words words) {
    return bounded(CAUTION * raw(words));
  }

  /** The same as a tree: the words that count most by name, the others together. */
  Explanation explain(Words words, double factor) {
    double value = factor * value(words);
    double norm = norm(words.count());
    List<Explanation> parts = new ArrayList<>();
    for (int i : strongest(words)) {
      double share = factor * CAUTION * norm * weights.weight(words.feature(i));
      parts.add(Explanation.leaf(share, "“" + words.quote(i) + "”"));
    }
    double told = parts.stream().mapToDouble(Explanation::value).sum();
    parts.add(Explanation.leaf(value - told, "all other words together"));
    return new Explanation(value, "The choice of words", parts);
  }

  /** The indices of the features that count most, strongest first. */
  private int[] strongest(Words words) {
    int[] best = new int[Math.min(TOLD, words.count())];
    int found = 0;
    for (int i = 0; i < words.count(); i++) {
      int place = found;
      while (place > 0 && strength(words.feature(best[place - 1])) < strength(words.feature(i))) {
        place--;
      }
      if (place < best.length) {
        found = Math.min(found + 1, best.length);
        System.arraycopy(best, place, best, place + 1, found - place - 1);
        best[place] = i;
      }
    }
    return best;
  }

  private double strength(int feature) {
    return Math.abs(weights.weight(feature));
  }

  private double raw(Words words) {
    double sum = 0;
    for (int i = 0; i < words.count(); i++) {
      sum += weights.weight(words.feature(i));
    }
    return weights.bias() + norm(words.count()) * sum;
  }

  static double norm(int features) {
    return features == 0 ? 0 : 1 / Math.sqrt(features);
  }

  static double bounded(double value) {
    return Math.max(-BOUND, Math.min(BOUND, value));
  }
}
