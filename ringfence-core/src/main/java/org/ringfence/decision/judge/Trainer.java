package org.ringfence.decision.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringfence.knowledge.JudgeModel;
import org.ringfence.knowledge.WordWeights;

/**
 * Makes the judge's model from examples.
 *
 * <p>Three fits, each on what the one before has not seen:
 *
 * <ol>
 *   <li>the word model, once for each fold with the fold left out, so that the words of an example
 *       never judge that example;
 *   <li>the hallmark weights, drawn towards the analysts' prior and kept on its side of zero: what
 *       is held to be a warning sign must not become a recommendation because a small corpus
 *       happens to show it so;
 *   <li>a straight line from log-odds to probability (Platt, "Probabilistic Outputs for Support
 *       Vector Machines", 1999), fitted to the left-out folds and folded into the weights, so that
 *       the explanation still adds up.
 * </ol>
 *
 * <p>Same examples, same model, to the bit.
 */
public final class Trainer {
  private static final int FOLDS = 5;

  private final Map<String, Double> priors;
  private final double suspicious;
  private final double callbackPhishing;

  /**
   * @param priors what analysts would give each hallmark, in log-odds, by id
   * @param suspicious the least probability of the band "suspicious"
   * @param callbackPhishing the least probability of the band "callback-phishing"
   */
  public Trainer(Map<String, Double> priors, double suspicious, double callbackPhishing) {
    this.priors = new TreeMap<>(priors);
    this.suspicious = suspicious;
    this.callbackPhishing = callbackPhishing;
  }

  /**
   * Learns from {@code examples}.
   *
   * @throws IllegalArgumentException when one of the classes is missing
   */
  public JudgeModel train(List<Example> examples) {
    List<Example> sorted = examples.stream().sorted(Comparator.comparing(Example::id)).toList();
    if (sorted.stream().map(Example::callback).distinct().count() < 2) {
      throw new IllegalArgumentException(
          "Training needs both mails that are callback phishing and mails that are not.");
    }
    List<Observed> observed = withWordsOfOthers(sorted);
    HallmarkFit fit = HallmarkFit.of(observed, priors);
    Line line = Line.fit(leftOut(observed));
    Map<String, Double> weights = new TreeMap<>();
    fit.weights().forEach((id, weight) -> weights.put(id, rounded(weight * line.slope())));
    return new JudgeModel(
        rounded(fit.bias() * line.slope() + line.offset()),
        weights,
        rounded(fit.wordsWeight() * line.slope()),
        WordTraining.learn(sorted),
        suspicious,
        callbackPhishing);
  }

  /** An example and what the words say of it when it was not learned from. */
  record Observed(Example example, double words) {}

  private static List<Observed> withWordsOfOthers(List<Example> examples) {
    List<Observed> observed = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      WordWeights words =
          WordTraining.learn(examples.stream().filter(e -> foldOf(e) != left).toList());
      WordModel model = new WordModel(words);
      examples.stream()
          .filter(example -> foldOf(example) == left)
          .forEach(example -> observed.add(new Observed(example, model.value(example.words()))));
    }
    observed.sort(Comparator.comparing(o -> o.example().id()));
    return observed;
  }

  private List<Line.Point> leftOut(List<Observed> observed) {
    List<Line.Point> points = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      HallmarkFit fit =
          HallmarkFit.of(
              observed.stream().filter(o -> foldOf(o.example()) != left).toList(), priors);
      observed.stream()
          .filter(o -> foldOf(o.example()) == left)
          .forEach(o -> points.add(new Line.Point(fit.logOdds(o), o.example().callback())));
    }
    return points;
  }

  private static int foldOf(Example example) {
    return Math.floorMod(example.group().hashCode(), FOLDS);
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
