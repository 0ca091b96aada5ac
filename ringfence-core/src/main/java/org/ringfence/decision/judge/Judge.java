package org.ringfence.decision.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringfence.arrival.fold.FoldedMessage;
import org.ringfence.assessment.hallmark.Finding;
import org.ringfence.knowledge.HallmarkText;
import org.ringfence.knowledge.JudgeModel;

/**
 * Weighs findings and words into a calibrated probability.
 *
 * <p>A logistic model: each present hallmark adds its weight, the words add theirs, and the sum is
 * the log-odds of the score. So the explanation is the computation itself, not a story told
 * afterwards. A hallmark that could not be assessed adds nothing and is said to.
 */
public final class Judge {
  private final JudgeModel model;
  private final WordModel words;
  private final Map<String, String> titles;

  /**
   * @param model the weights
   * @param hallmarks the hallmarks' titles
   */
  public Judge(JudgeModel model, List<HallmarkText> hallmarks) {
    this.model = model;
    this.words = new WordModel(model.words());
    this.titles = new HashMap<>();
    hallmarks.forEach(text -> titles.put(text.id(), text.title()));
  }

  /** Weighs one message. */
  public Verdict judge(List<Finding> findings, FoldedMessage message) {
    List<Explanation> parts = new ArrayList<>();
    Map<String, Double> contributions = new HashMap<>();
    for (Finding finding : findings) {
      if (finding instanceof Finding.Present present) {
        double weight = model.weight(present.hallmark());
        contributions.put(present.hallmark(), weight);
        parts.add(
            Explanation.leaf(weight, titles.getOrDefault(present.hallmark(), present.hallmark())));
      }
    }
    parts.add(words.explain(Words.of(message), model.wordsWeight()));
    parts.sort(Comparator.comparingDouble((Explanation part) -> -Math.abs(part.value())));
    parts.addFirst(Explanation.leaf(model.bias(), "Before anything is read"));
    Explanation whole = Explanation.sum("Log-odds of callback phishing", parts);
    double score = probability(whole.value());
    return new Verdict(band(score), score, contributions, whole);
  }

  /** The probability whose log-odds are {@code logOdds}. */
  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  private Band band(double score) {
    if (score >= model.callbackPhishing()) {
      return Band.CALLBACK_PHISHING;
    }
    return score >= model.suspicious() ? Band.SUSPICIOUS : Band.CLEAR;
  }
}
