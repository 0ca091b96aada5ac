package org.ringfence.decision.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ringfence.arrival.fold.FoldedMessage;
import org.ringfence.arrival.fold.Folding;
import org.ringfence.knowledge.JudgeModel;
import org.ringfence.knowledge.JudgeModelFile;
import org.ringfence.mail.Addressing;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Message;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

final class TrainerTest {
  private static final Map<String, Double> PRIORS = Map.of("lure", 1.0, "sign", 0.5, "calm", -1.0);

  private final Trainer trainer = new Trainer(PRIORS, 0.5, 0.9);

  @Test
  void sameMailsInAnotherOrder_giveTheSameFile() {
    List<Example> examples = examples();
    String first = JudgeModelFile.write(trainer.train(examples));
    Collections.reverse(examples);

    assertThat(JudgeModelFile.write(trainer.train(examples))).isEqualTo(first);
  }

  @Test
  void hallmarkOfCallbacks_weighsMoreThanOneThatBothShow() {
    JudgeModel model = trainer.train(examples());

    assertThat(model.weight("lure")).isGreaterThan(model.weight("sign"));
  }

  @Test
  void warningSignThatHonestMailShows_neverBecomesARecommendation() {
    List<Example> misleading = new ArrayList<>(examples());
    for (int i = 0; i < 200; i++) {
      misleading.add(example("x" + i, false, Set.of("sign"), "quiet words of an honest mail"));
    }

    assertThat(trainer.train(misleading).weight("sign")).isNotNegative();
  }

  @Test
  void oneClassOnly_isRefusedWithWhatIsMissing() {
    List<Example> onlyHonest = examples().stream().filter(e -> !e.callback()).toList();

    assertThatThrownBy(() -> trainer.train(onlyHonest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("both");
  }

  private static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Set<String> shown = i % 2 == 0 ? Set.of("lure", "sign") : Set.of("lure");
      examples.add(example("c" + i, true, shown, "call the desk about your renewal " + i));
      Set<String> calm = i % 3 == 0 ? Set.of("sign", "calm") : Set.of("calm");
      examples.add(example("h" + i, false, calm, "the harbour lights are lit at six " + i));
    }
    return examples;
  }

  private static Example example(String id, boolean callback, Set<String> shown, String text) {
    return new Example(
        id, id, callback, new TreeSet<>(shown), Words.of(message(text)).withoutQuotes());
  }

  private static FoldedMessage message(String text) {
    List<Surface> surfaces = List.of(new Surface(SurfaceKind.PLAIN_TEXT, Place.part("1"), text));
    Addressing nobody = new Addressing(List.of(), List.of(), List.of(), List.of(), List.of());
    return new Folding()
        .fold(new Message(new HeaderSection(List.of()), nobody, surfaces, List.of()));
  }
}
