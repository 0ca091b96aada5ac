package org.ringfence.decision.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringfence.arrival.fold.FoldedMessage;
import org.ringfence.arrival.fold.Folding;
import org.ringfence.assessment.hallmark.Finding;
import org.ringfence.knowledge.HallmarkText;
import org.ringfence.knowledge.JudgeModel;
import org.ringfence.knowledge.WordWeights;
import org.ringfence.mail.Addressing;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Message;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

final class JudgeTest {
  private static final List<HallmarkText> TEXTS =
      List.of(new HallmarkText("alarm", "An alarm", "It frightens.", List.of(), 1));

  @Test
  void explanation_addsUpToTheScore() {
    Verdict verdict =
        judge(words(3)).judge(List.of(present("alarm"), present("calm")), message("one two three"));

    assertAddsUp(verdict.explanation());
    double logOdds = Math.log(verdict.score() / (1 - verdict.score()));
    assertThat(verdict.explanation().value()).isCloseTo(logOdds, within(1e-9));
  }

  @Test
  void presentHallmark_contributesItsWeight() {
    Verdict verdict = judge(WordWeights.none()).judge(List.of(present("alarm")), message(""));

    assertThat(verdict.contribution("alarm")).isEqualTo(2.5);
    assertThat(verdict.contribution("calm")).isZero();
    assertThat(verdict.explanation().parts())
        .anyMatch(part -> part.description().equals("An alarm") && part.value() == 2.5);
  }

  @Test
  void hallmarkThatCouldNotBeAssessed_addsNothing() {
    List<Finding> untold = List.of(new Finding.NotAssessed("alarm", "It was not read."));

    Verdict verdict = judge(WordWeights.none()).judge(untold, message(""));

    assertThat(verdict.score()).isEqualTo(Judge.probability(-3));
  }

  @Test
  void words_cannotMakeAVerdictAlone() {
    Verdict verdict = judge(words(127)).judge(List.of(), message("one two three four five six"));

    assertThat(verdict.band()).isNotEqualTo(Band.CALLBACK_PHISHING);
    assertThat(verdict.explanation().value()).isLessThanOrEqualTo(-3 + WordModel.BOUND);
  }

  @Test
  void score_choosesTheBand() {
    assertThat(judgeWithBias(-3).band()).isEqualTo(Band.CLEAR);
    assertThat(judgeWithBias(0.1).band()).isEqualTo(Band.SUSPICIOUS);
    assertThat(judgeWithBias(4).band()).isEqualTo(Band.CALLBACK_PHISHING);
  }

  private static Verdict judgeWithBias(double bias) {
    JudgeModel model = new JudgeModel(bias, Map.of(), 0, WordWeights.none(), 0.5, 0.9);
    return new Judge(model, TEXTS).judge(List.of(), message(""));
  }

  private static Judge judge(WordWeights words) {
    Map<String, Double> weights = Map.of("alarm", 2.5, "calm", -1.0);
    return new Judge(new JudgeModel(-3, weights, 1, words, 0.5, 0.9), TEXTS);
  }

  private static WordWeights words(int unit) {
    byte[] units = new byte[1 << 10];
    Arrays.fill(units, (byte) unit);
    return new WordWeights(units, 0.1, 0);
  }

  private static Finding present(String id) {
    return new Finding.Present(id, List.of());
  }

  private static FoldedMessage message(String text) {
    List<Surface> surfaces = List.of(new Surface(SurfaceKind.PLAIN_TEXT, Place.part("1"), text));
    Addressing nobody = new Addressing(List.of(), List.of(), List.of(), List.of(), List.of());
    return new Folding()
        .fold(new Message(new HeaderSection(List.of()), nobody, surfaces, List.of()));
  }

  private static void assertAddsUp(Explanation node) {
    if (!node.parts().isEmpty()) {
      assertThat(node.parts().stream().mapToDouble(Explanation::value).sum())
          .isCloseTo(node.value(), within(1e-9));
      node.parts().forEach(JudgeTest::assertAddsUp);
    }
  }
}
