package org.ringfence.door.spamd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringfence.decision.judge.Band;
import org.ringfence.decision.judge.Explanation;
import org.ringfence.decision.judge.Verdict;

final class ScaleTest {
  private static final Scale SCALE = new Scale(0.5, 0.72);

  private static double score(Band band, double probability) {
    return SCALE.score(
        new Verdict(band, probability, Map.of(), Explanation.leaf(0, "a test's own")));
  }

  @ParameterizedTest
  @CsvSource({
    "CLEAR, 0, 0.0",
    "CLEAR, 0.25, 1.2",
    "CLEAR, 0.4999999, 2.4",
    "SUSPICIOUS, 0.5, 2.5",
    "SUSPICIOUS, 0.61, 3.7",
    "SUSPICIOUS, 0.7199999, 4.9",
    "CALLBACK_PHISHING, 0.72, 5.0",
    "CALLBACK_PHISHING, 0.86, 7.5",
    "CALLBACK_PHISHING, 1, 10.0"
  })
  void probability_standsOnThePieceOfItsBand(Band band, double probability, double score) {
    assertThat(score(band, probability)).isEqualTo(score);
  }

  /** A model was exchanged, and its bands begin elsewhere. */
  @Test
  void score_neverContradictsTheVerdict() {
    for (double probability = 0; probability <= 1; probability += 0.01) {
      assertThat(score(Band.CLEAR, probability)).isLessThan(2.5);
      assertThat(score(Band.SUSPICIOUS, probability)).isBetween(2.5, 4.9);
      assertThat(score(Band.CALLBACK_PHISHING, probability)).isGreaterThanOrEqualTo(5.0);
    }
  }
}
