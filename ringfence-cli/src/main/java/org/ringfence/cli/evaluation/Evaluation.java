package org.ringfence.cli.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How well Ringfence did on a labelled collection.
 *
 * @param outcomes every judged mail, by path
 * @param speed how fast
 */
public record Evaluation(List<Outcome> outcomes, Speed speed) {
  public Evaluation {
    outcomes = outcomes.stream().sorted(Comparator.comparing(o -> o.label().path())).toList();
  }

  /** By label: the share found is recall for "callback", and false positives for the others. */
  public Map<String, Tally> labels() {
    return Tally.by(Label::label, outcomes);
  }

  /** Lures by campaign: a filter that knows one big campaign must not look good for that alone. */
  public Map<String, Tally> campaigns() {
    return Tally.by(Label::campaign, positives());
  }

  /** Lures by the platform that carried them. */
  public Map<String, Tally> carriers() {
    return Tally.by(Label::carrier, positives());
  }

  /** Honest and other mail by the platform that carried it. */
  public Map<String, Tally> carriersOfOthers() {
    return Tally.by(Label::carrier, negatives());
  }

  /** Lures by language. */
  public Map<String, Tally> languages() {
    return Tally.by(Label::language, positives());
  }

  /** The wrong answers: lures with the lowest score first, then other mail with the highest. */
  public List<Outcome> misjudged() {
    return outcomes.stream()
        .filter(Outcome::isMisjudged)
        .sorted(
            Comparator.comparing((Outcome outcome) -> !outcome.label().isPositive())
                .thenComparingDouble(o -> o.label().isPositive() ? o.score() : -o.score())
                .thenComparing(o -> o.label().path()))
        .toList();
  }

  /** The share of lures found. */
  public Share recall() {
    return Tally.of(positives()).found();
  }

  /** The share of other mail taken for lures. */
  public Share falsePositives() {
    return Tally.of(negatives()).found();
  }

  private List<Outcome> positives() {
    return outcomes.stream().filter(outcome -> outcome.label().isPositive()).toList();
  }

  private List<Outcome> negatives() {
    return outcomes.stream().filter(outcome -> !outcome.label().isPositive()).toList();
  }
}
