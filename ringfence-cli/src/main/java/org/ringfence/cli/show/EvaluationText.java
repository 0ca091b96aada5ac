package org.ringfence.cli.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringfence.cli.evaluation.Calibration;
import org.ringfence.cli.evaluation.Evaluation;
import org.ringfence.cli.evaluation.Outcome;
import org.ringfence.cli.evaluation.PrecisionRecall;
import org.ringfence.cli.evaluation.Speed;
import org.ringfence.cli.evaluation.Tally;
import org.ringfence.decision.judge.Band;

/**
 * An evaluation in plain words.
 *
 * @param pen how emphasis is written
 */
public record EvaluationText(Pen pen) {
  private static final int NAME = 28;

  /** The lines, without a last line break. */
  public String of(Evaluation evaluation) {
    List<String> lines = new ArrayList<>();
    lines.add("Lures found:                " + evaluation.recall());
    lines.add("Other mail taken for lures: " + evaluation.falsePositives());
    table("By label", evaluation.labels(), lines);
    table("Lures by campaign", evaluation.campaigns(), lines);
    table("Lures by carrier", evaluation.carriers(), lines);
    table("Other mail by carrier", evaluation.carriersOfOthers(), lines);
    table("Lures by language", evaluation.languages(), lines);
    misjudged(evaluation.misjudged(), lines);
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "Average precision %.4f, Brier score %.4f.",
            PrecisionRecall.of(evaluation.outcomes()).averagePrecision(),
            Calibration.of(evaluation.outcomes()).brier()));
    lines.add(speed(evaluation.speed()));
    return String.join("\n", lines);
  }

  private void table(String title, Map<String, Tally> tallies, List<String> lines) {
    if (tallies.isEmpty()) {
      return;
    }
    lines.add("");
    String head = pad(title) + "  mails   clear   susp.   found  share found, 95 % interval";
    lines.add(pen.write(Pen.Ink.BOLD, head));
    tallies.forEach((name, tally) -> lines.add(row(name, tally)));
  }

  private static String row(String name, Tally tally) {
    return String.format(
        Locale.ROOT,
        "%s %6d  %6d  %6d  %6d  %s",
        pad(VisibleText.line(name, NAME)),
        tally.count(),
        tally.count(Band.CLEAR),
        tally.count(Band.SUSPICIOUS),
        tally.count(Band.CALLBACK_PHISHING),
        tally.found());
  }

  private static String pad(String name) {
    return String.format(Locale.ROOT, "%-" + NAME + "s", name);
  }

  private void misjudged(List<Outcome> wrong, List<String> lines) {
    lines.add("");
    lines.add(pen.write(Pen.Ink.BOLD, Words.count(wrong.size(), "misjudged mail")));
    for (Outcome outcome : wrong) {
      lines.add(
          "  "
              + VisibleText.line(outcome.label().path())
              + ": "
              + VisibleText.line(outcome.label().label())
              + ", judged "
              + Words.of(outcome.band())
              + " ("
              + Words.score(outcome.score())
              + ")");
    }
  }

  private static String speed(Speed speed) {
    return String.format(
        Locale.ROOT,
        "%d mails in %.1f s (%.0f a second); one mail: median %.1f ms, 95 %% within %.1f ms,"
            + " 99 %% within %.1f ms, slowest %.1f ms.",
        speed.mails(),
        speed.wall().toNanos() / 1e9,
        speed.mailsPerSecond(),
        speed.median().toNanos() / 1e6,
        speed.p95().toNanos() / 1e6,
        speed.p99().toNanos() / 1e6,
        speed.slowest().toNanos() / 1e6);
  }
}
