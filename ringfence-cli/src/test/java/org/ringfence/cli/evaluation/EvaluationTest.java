package org.ringfence.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringfence.decision.judge.Band;

final class EvaluationTest {
  private static Outcome lure(String path, double score, String campaign) {
    return outcome(new Label(path, "callback", "azure", campaign, "en"), score);
  }

  private static Outcome other(String path, double score) {
    return outcome(new Label(path, "genuine", "azure", "", "en"), score);
  }

  private static Outcome outcome(Label label, double score) {
    Band band = score >= 0.8 ? Band.CALLBACK_PHISHING : score >= 0.5 ? Band.SUSPICIOUS : Band.CLEAR;
    return new Outcome(label, band, score, Duration.ofMillis(3));
  }

  private static Evaluation of(Outcome... outcomes) {
    return new Evaluation(
        List.of(outcomes), Speed.of(List.of(outcomes), Duration.ofMillis(10L * outcomes.length)));
  }

  @Test
  void suspiciousLure_isNotFoundAndMisjudged() {
    Evaluation evaluation = of(lure("a", 0.6, "x"), lure("b", 0.9, "x"));
    assertThat(evaluation.recall()).isEqualTo(new Share(1, 2));
    assertThat(evaluation.misjudged()).extracting(o -> o.label().path()).containsExactly("a");
  }

  @Test
  void suspiciousOtherMail_isNoFalsePositive() {
    assertThat(of(other("a", 0.6), other("b", 0.9)).falsePositives()).isEqualTo(new Share(1, 2));
  }

  @Test
  void misjudged_listsLuresWithLowestScoreFirstThenOthersWithHighest() {
    Evaluation evaluation =
        of(lure("a", 0.3, ""), lure("b", 0.1, ""), other("c", 0.85), other("d", 0.95));
    assertThat(evaluation.misjudged())
        .extracting(o -> o.label().path())
        .containsExactly("b", "a", "d", "c");
  }

  @Test
  void campaigns_holdLuresOnlyAndLeaveOutTheNameless() {
    Evaluation evaluation = of(lure("a", 0.9, "x"), lure("b", 0.9, ""), other("c", 0.1));
    assertThat(evaluation.campaigns()).containsOnlyKeys("x");
    assertThat(evaluation.carriers()).hasEntrySatisfying("azure", t -> counts(t, 2));
    assertThat(evaluation.carriersOfOthers()).hasEntrySatisfying("azure", t -> counts(t, 1));
  }

  private static void counts(Tally tally, int mails) {
    assertThat(tally.count()).isEqualTo(mails);
  }

  @Test
  void perfectRanking_hasAveragePrecisionOne() {
    PrecisionRecall curve =
        PrecisionRecall.of(List.of(lure("a", 0.9, ""), lure("b", 0.8, ""), other("c", 0.1)));
    assertThat(curve.averagePrecision()).isCloseTo(1, within(1e-9));
    assertThat(curve.points().getLast().precision()).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void equalScores_areOneThreshold() {
    PrecisionRecall curve =
        PrecisionRecall.of(List.of(lure("a", 0.5, ""), other("b", 0.5), other("c", 0.1)));
    assertThat(curve.points()).hasSize(2);
    assertThat(curve.points().getFirst().precision()).isEqualTo(0.5);
  }

  @Test
  void noLure_hasNoCurve() {
    assertThat(PrecisionRecall.of(List.of(other("a", 0.5))).points()).isEmpty();
  }

  @Test
  void calibration_putsScoreOneIntoTheLastBin() {
    Calibration calibration = Calibration.of(List.of(lure("a", 1.0, ""), other("b", 0.0)));
    assertThat(calibration.bins()).hasSize(2);
    assertThat(calibration.bins().getLast().lures()).isEqualTo(new Share(1, 1));
    assertThat(calibration.brier()).isZero();
  }

  @Test
  void speed_takesQuantilesOfSingleMails() {
    List<Outcome> outcomes =
        java.util.stream.IntStream.rangeClosed(1, 100)
            .mapToObj(
                i ->
                    new Outcome(
                        new Label("m" + i, "ham", "", "", ""), Band.CLEAR, 0, Duration.ofMillis(i)))
            .toList();
    Speed speed = Speed.of(outcomes, Duration.ofSeconds(2));
    assertThat(speed.median()).isEqualTo(Duration.ofMillis(50));
    assertThat(speed.p99()).isEqualTo(Duration.ofMillis(99));
    assertThat(speed.slowest()).isEqualTo(Duration.ofMillis(100));
    assertThat(speed.mailsPerSecond()).isCloseTo(50, within(1e-9));
  }
}
