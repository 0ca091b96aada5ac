package org.ringfence.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringfence.cli.evaluation.Calibration;
import org.ringfence.cli.evaluation.Evaluation;
import org.ringfence.cli.evaluation.Outcome;
import org.ringfence.cli.evaluation.PrecisionRecall;
import org.ringfence.cli.evaluation.Share;
import org.ringfence.cli.evaluation.Speed;
import org.ringfence.cli.evaluation.Tally;
import org.ringfence.decision.judge.Band;

/**
 * The object that {@code evaluate --format json} prints, as {@code evaluation.schema.json} says.
 */
record EvaluationObject(
    Map<String, Group> labels,
    List<Misjudged> misjudged,
    Map<String, Group> campaigns,
    Map<String, Group> carriers,
    Map<String, Group> otherCarriers,
    Map<String, Group> languages,
    Proportion recall,
    Proportion falsePositives,
    double averagePrecision,
    double brier,
    Pace speed) {
  /** Mails of one kind. */
  record Group(int count, Map<String, Integer> verdicts, Proportion found) {
    static Group of(Tally tally) {
      Map<String, Integer> verdicts = new LinkedHashMap<>();
      for (Band band : Band.values()) {
        verdicts.put(band.key(), tally.count(band));
      }
      return new Group(tally.count(), verdicts, Proportion.of(tally.found()));
    }
  }

  /** A share with its 95 % interval; all zero where there was nothing to count. */
  record Proportion(long hits, long total, double value, double low, double high) {
    static Proportion of(Share share) {
      return share.total() == 0
          ? new Proportion(0, 0, 0, 0, 0)
          : new Proportion(
              share.hits(),
              share.total(),
              rounded(share.value()),
              rounded(share.low()),
              rounded(share.high()));
    }
  }

  /** A wrong answer. */
  record Misjudged(String path, String label, String verdict, double score) {
    static Misjudged of(Outcome outcome) {
      return new Misjudged(
          outcome.label().path(),
          outcome.label().label(),
          outcome.band().key(),
          rounded(outcome.score()));
    }
  }

  /** How fast. */
  record Pace(
      int mails,
      double seconds,
      double mailsPerSecond,
      double medianMs,
      double p95Ms,
      double p99Ms,
      double slowestMs) {
    static Pace of(Speed speed) {
      return new Pace(
          speed.mails(),
          rounded(speed.wall().toNanos() / 1e9),
          rounded(speed.mailsPerSecond()),
          rounded(speed.median().toNanos() / 1e6),
          rounded(speed.p95().toNanos() / 1e6),
          rounded(speed.p99().toNanos() / 1e6),
          rounded(speed.slowest().toNanos() / 1e6));
    }
  }

  static EvaluationObject of(Evaluation evaluation) {
    return new EvaluationObject(
        groups(evaluation.labels()),
        evaluation.misjudged().stream().map(Misjudged::of).toList(),
        groups(evaluation.campaigns()),
        groups(evaluation.carriers()),
        groups(evaluation.carriersOfOthers()),
        groups(evaluation.languages()),
        Proportion.of(evaluation.recall()),
        Proportion.of(evaluation.falsePositives()),
        rounded(PrecisionRecall.of(evaluation.outcomes()).averagePrecision()),
        rounded(Calibration.of(evaluation.outcomes()).brier()),
        Pace.of(evaluation.speed()));
  }

  private static Map<String, Group> groups(Map<String, Tally> tallies) {
    Map<String, Group> groups = new TreeMap<>();
    tallies.forEach((name, tally) -> groups.put(name, Group.of(tally)));
    return groups;
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
