package org.ringfence.effect.educate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.knowledge.CallFact;
import org.ringfence.knowledge.DialogueScript;
import org.ringfence.knowledge.DialogueScript.Action;
import org.ringfence.knowledge.DialogueScript.Ask;
import org.ringfence.knowledge.DialogueScript.Choice;
import org.ringfence.knowledge.DialogueScript.Do;
import org.ringfence.knowledge.DialogueScript.Step;
import org.ringfence.knowledge.DialogueScript.Tell;
import org.ringfence.knowledge.Harm;

/**
 * Leads somebody who already called from question to question. Immutable; all that it knows of one
 * conversation is in the {@link CallReport}.
 *
 * <p>Answers come from a page without a sign-in, so an answer that does not belong to the step is
 * no answer, and what is told is cut to a bounded length, put on one line and relieved of card
 * numbers.
 */
public final class Dialogue {
  private final DialogueScript script;

  /** The dialogue of {@code script}. */
  public Dialogue(DialogueScript script) {
    this.script = script;
  }

  /** A report in which nothing is told yet. */
  public CallReport begin() {
    return new CallReport(List.of(), Set.of(), Map.of(), script.steps().getFirst());
  }

  /** The report after one more answer; empty where that is no answer to its next step. */
  public Optional<CallReport> answer(CallReport report, Answer answer) {
    if (!answer.step().equals(report.next().id())) {
      return Optional.empty();
    }
    return switch (answer) {
      case Answer.Chosen chosen when report.next() instanceof Ask ask ->
          chosen(report, ask, chosen);
      case Answer.Told told when report.next() instanceof Tell tell ->
          Optional.of(told(report, tell, told));
      case Answer.Read read when report.next() instanceof Do instructions ->
          Optional.of(after(report, read, report.harms(), report.facts(), instructions.next()));
      case Answer.Chosen _, Answer.Told _, Answer.Read _ -> Optional.empty();
    };
  }

  /**
   * The report that {@code answers} lead to. It ends at the first that does not belong: answers
   * that were stored may be older than the questions.
   */
  public CallReport replay(List<Answer> answers) {
    CallReport report = begin();
    for (Answer answer : answers) {
      Optional<CallReport> next = answer(report, answer);
      if (next.isEmpty()) {
        return report;
      }
      report = next.get();
    }
    return report;
  }

  /** What {@code instructions} show to whoever told {@code report}, in order. */
  public List<Action> shown(Do instructions, CallReport report) {
    Set<String> ids = new LinkedHashSet<>(instructions.actions());
    instructions.harms().stream()
        .filter(report.harms()::contains)
        .forEach(harm -> ids.addAll(actions(harm)));
    return inOrder(ids);
  }

  /** All that is to be done after {@code report}, in order: for its harms, and for everybody. */
  public List<Action> plan(CallReport report) {
    Set<String> ids = new LinkedHashSet<>(script.always());
    report.harms().forEach(harm -> ids.addAll(actions(harm)));
    return inOrder(ids);
  }

  private List<String> actions(Harm harm) {
    return script.harms().getOrDefault(harm, List.of());
  }

  private List<Action> inOrder(Set<String> ids) {
    return script.actions().stream().filter(action -> ids.contains(action.id())).toList();
  }

  private Optional<CallReport> chosen(CallReport report, Ask ask, Answer.Chosen chosen) {
    List<Choice> choices =
        ask.choices().stream().filter(choice -> chosen.choices().contains(choice.id())).toList();
    boolean enough = ask.several() ? !choices.isEmpty() : choices.size() == 1;
    if (!enough || choices.size() != chosen.choices().size()) {
      return Optional.empty();
    }
    Set<Harm> harms = EnumSet.noneOf(Harm.class);
    harms.addAll(report.harms());
    choices.forEach(choice -> choice.harm().ifPresent(harms::add));
    return Optional.of(after(report, chosen, harms, report.facts(), choices.getFirst().next()));
  }

  private CallReport told(CallReport report, Tell tell, Answer.Told told) {
    String words = ToldWords.clean(told.words(), tell.fact() == CallFact.NUMBER);
    Map<CallFact, String> facts = new EnumMap<>(CallFact.class);
    facts.putAll(report.facts());
    if (!words.isEmpty()) {
      facts.put(tell.fact(), words);
    }
    Answer kept = new Answer.Told(told.step(), words);
    return after(report, kept, report.harms(), facts, tell.next());
  }

  private CallReport after(
      CallReport report, Answer answer, Set<Harm> harms, Map<CallFact, String> facts, String next) {
    List<Answer> answers = new ArrayList<>(report.answers());
    answers.add(answer);
    Step step = script.step(next).orElseThrow();
    return new CallReport(answers, harms, facts, step);
  }
}
