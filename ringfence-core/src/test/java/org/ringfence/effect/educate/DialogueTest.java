package org.ringfence.effect.educate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.ringfence.knowledge.CallFact;
import org.ringfence.knowledge.DialogueScript;
import org.ringfence.knowledge.DialogueScript.Action;
import org.ringfence.knowledge.DialogueScript.Ask;
import org.ringfence.knowledge.DialogueScript.Do;
import org.ringfence.knowledge.DialogueScript.End;
import org.ringfence.knowledge.DialogueScript.Tell;
import org.ringfence.knowledge.Harm;

class DialogueTest {
  private static final DialogueScript SCRIPT = ShippedGuidance.GUIDANCE.dialogue();
  private static final List<String> ORDER = SCRIPT.actions().stream().map(Action::id).toList();

  private final Dialogue dialogue = new Dialogue(SCRIPT);

  @Test
  void everyWay_endsAndAsksForEveryHarm() {
    Set<Set<Harm>> met = new HashSet<>();

    walk(dialogue.begin(), Set.of(), (report, shown) -> met.add(report.harms()));

    assertThat(met).as("nothing at all").contains(Set.of());
    assertThat(met).as("all at once").contains(EnumSet.allOf(Harm.class));
    assertThat(met).as("any of three, and any ways of paying").hasSize(8 * 32);
  }

  @Test
  void everyHarm_isShownItsActionsOnTheWayAndInThePlan() {
    walk(
        dialogue.begin(),
        Set.of(),
        (report, shown) -> {
          List<String> plan = ids(dialogue.plan(report));
          for (Harm harm : report.harms()) {
            assertThat(shown).as("%s", harm).containsAll(SCRIPT.harms().get(harm));
            assertThat(plan).as("%s", harm).containsAll(SCRIPT.harms().get(harm));
          }
          assertThat(plan).containsAll(SCRIPT.always());
          assertThat(plan).isSortedAccordingTo((a, b) -> ORDER.indexOf(a) - ORDER.indexOf(b));
        });
  }

  @Test
  void whoOnlyTalked_isToldNothingAboutPasswords() {
    CallReport report = answered("no", "no", "no", "no", "no");

    assertThat(ids(dialogue.plan(report)))
        .containsExactly("no-call-back", "recovery-offer", "write-down", "keep-mail");
    assertThat(report.isUrgent()).isFalse();
  }

  @Test
  void whoShowedTheScreen_takesTheDeviceOffTheNetworkFirst() {
    CallReport report = dialogue.begin();
    report = chosen(report, "yes");
    assertThat(ids(dialogue.shown((Do) report.next(), report))).containsExactly("hang-up");
    report = chosen(read(report), "showed");

    assertThat(ids(dialogue.shown((Do) report.next(), report)))
        .startsWith("disconnect", "leave-on", "tell-desk");
    assertThat(report.isUrgent()).isTrue();
  }

  @Test
  void whoIsNotSure_isHelpedAsIfItHadHappened() {
    assertThat(answered("no", "unsure", "unsure", "unsure", "no").harms())
        .containsExactly(Harm.DEVICE, Harm.CARD, Harm.PASSWORD);
  }

  @Test
  void whoStopsAnswering_isUrgent() {
    assertThat(dialogue.begin().isUrgent()).isTrue();
    assertThat(chosen(dialogue.begin(), "no").isUrgent()).isTrue();
  }

  @Test
  void severalWaysOfPaying_areHelpedTogether() {
    CallReport report = upTo("paid-how");
    report =
        dialogue
            .answer(report, new Answer.Chosen("paid-how", List.of("in-cash", "by-gift-card")))
            .orElseThrow();

    assertThat(ids(dialogue.shown((Do) report.next(), report)))
        .containsExactly("gift-card-issuer", "stop-cash", "report-fraud");
  }

  @Test
  void oneAnswer_isNotTwo() {
    CallReport begun = dialogue.begin();

    assertThat(dialogue.answer(begun, new Answer.Chosen("on-the-line", List.of("yes", "no"))))
        .isEmpty();
    assertThat(dialogue.answer(begun, new Answer.Chosen("on-the-line", List.of()))).isEmpty();
    assertThat(dialogue.answer(begun, new Answer.Chosen("on-the-line", List.of("yes", "yes"))))
        .isEmpty();
    assertThat(dialogue.answer(upTo("paid-how"), new Answer.Chosen("paid-how", List.of())))
        .isEmpty();
  }

  @Test
  void answerToAnotherStep_isNone() {
    assertThat(dialogue.answer(dialogue.begin(), new Answer.Chosen("card", List.of("yes"))))
        .isEmpty();
    assertThat(dialogue.answer(dialogue.begin(), new Answer.Told("on-the-line", "yes"))).isEmpty();
  }

  @Test
  void whatIsTold_isKeptByWhatItIs() {
    CallReport report = upTo("number");
    report = dialogue.answer(report, new Answer.Told("number", "+1 808 555 0142")).orElseThrow();
    report = dialogue.answer(report, new Answer.Told("time", " ")).orElseThrow();
    report = dialogue.answer(report, new Answer.Told("note", "“Kevin”\r\nBcc: x")).orElseThrow();

    assertThat(report.facts())
        .containsEntry(CallFact.NUMBER, "+1 808 555 0142")
        .containsEntry(CallFact.NOTE, "“Kevin”  Bcc: x")
        .doesNotContainKey(CallFact.TIME);
    assertThat(report.isFinished()).isTrue();
  }

  @Test
  void storedAnswers_leadToTheSameReport() {
    walk(
        dialogue.begin(),
        Set.of(),
        (report, shown) -> assertThat(dialogue.replay(report.answers())).isEqualTo(report));
  }

  @Property(tries = 500)
  void anyAnswers_leadToAReport(@ForAll("rubbish") List<Answer> answers) {
    CallReport report = dialogue.replay(answers);

    assertThat(report.answers().size()).isLessThanOrEqualTo(answers.size());
    assertThat(SCRIPT.steps()).contains(report.next());
  }

  @Provide
  static Arbitrary<List<Answer>> rubbish() {
    Arbitrary<String> steps =
        Arbitraries.of("on-the-line", "hang-up-now", "device", "device-now", "device-tool", "?");
    Arbitrary<String> words = Arbitraries.of("yes", "no", "installed", "", "\u202E4111");
    Arbitrary<Answer> chosen =
        Combinators.combine(steps, words.list().ofMaxSize(3)).as(Answer.Chosen::new);
    Arbitrary<Answer> told = Combinators.combine(steps, words).as(Answer.Told::new);
    Arbitrary<Answer> read = steps.map(Answer.Read::new);
    return Arbitraries.oneOf(chosen, told, read).list().ofMaxSize(12);
  }

  /** Called at an end, with all actions that were shown on the way there. */
  private interface AtTheEnd {
    void arrived(CallReport report, Set<String> shown);
  }

  /** Goes every way there is: each answer alone, and any of those that can be given together. */
  private void walk(CallReport report, Set<String> shown, AtTheEnd end) {
    switch (report.next()) {
      case End ignored -> end.arrived(report, shown);
      case Ask ask -> answers(ask, chosen -> walk(next(report, chosen), shown, end));
      case Tell tell -> walk(next(report, new Answer.Told(tell.id(), "x")), shown, end);
      case Do instructions -> {
        Set<String> more = new HashSet<>(shown);
        more.addAll(ids(dialogue.shown(instructions, report)));
        walk(read(report), more, end);
      }
    }
  }

  private static void answers(Ask ask, Consumer<Answer> each) {
    List<String> ids = ask.choices().stream().map(DialogueScript.Choice::id).toList();
    for (int set = 1; set < 1 << ids.size(); set++) {
      List<String> chosen = new ArrayList<>();
      for (int i = 0; i < ids.size(); i++) {
        if ((set >> i & 1) == 1) {
          chosen.add(ids.get(i));
        }
      }
      if (ask.several() || chosen.size() == 1) {
        each.accept(new Answer.Chosen(ask.id(), chosen));
      }
    }
  }

  private CallReport next(CallReport report, Answer answer) {
    return dialogue.answer(report, answer).orElseThrow();
  }

  private CallReport read(CallReport report) {
    return next(report, new Answer.Read(report.next().id()));
  }

  private CallReport chosen(CallReport report, String choice) {
    return next(report, new Answer.Chosen(report.next().id(), List.of(choice)));
  }

  /** The finished report of somebody who gave these answers, in order, and told nothing more. */
  private CallReport answered(String... choices) {
    CallReport report = dialogue.begin();
    for (String choice : choices) {
      report = chosen(report, choice);
      while (!(report.next() instanceof Ask) && !report.isFinished()) {
        report = pass(report);
      }
    }
    return report;
  }

  private CallReport upTo(String step) {
    CallReport report = dialogue.begin();
    while (!report.next().id().equals(step)) {
      boolean pays = report.next().id().equals("paid") && step.equals("paid-how");
      report = report.next() instanceof Ask ? chosen(report, pays ? "yes" : "no") : pass(report);
    }
    return report;
  }

  private CallReport pass(CallReport report) {
    return report.next() instanceof Do
        ? read(report)
        : next(report, new Answer.Told(report.next().id(), ""));
  }

  private static List<String> ids(List<Action> actions) {
    return actions.stream().map(Action::id).toList();
  }
}
