package org.ringfence.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions for somebody who already called, and what to do about each harm: the same in every
 * language. Its steps lead from the first to an end on every way, without a circle, and whoever
 * reports a harm is shown its actions.
 *
 * @param actions all that can be asked of somebody, in the order in which it is to be done
 * @param harms for each harm the ids of its actions, in that order
 * @param always the ids of what everybody is told at the end
 * @param steps the questions and instructions; it begins with the first
 */
public record DialogueScript(
    List<Action> actions, Map<Harm, List<String>> harms, List<String> always, List<Step> steps) {
  public DialogueScript {
    actions = List.copyOf(actions);
    harms = Map.copyOf(harms);
    always = List.copyOf(always);
    steps = List.copyOf(steps);
  }

  /**
   * Something to do.
   *
   * @param id its id
   * @param contact whether the way to the security desk is shown with it
   */
  public record Action(String id, boolean contact) {}

  /** One page of the dialogue. */
  public sealed interface Step {
    /** Its id. */
    String id();
  }

  /**
   * A question with answers to choose from.
   *
   * @param id its id
   * @param several whether more than one may be chosen; then all lead to the same step
   * @param choices the answers, at least one
   */
  public record Ask(String id, boolean several, List<Choice> choices) implements Step {
    public Ask {
      choices = List.copyOf(choices);
    }

    /** The answer called {@code answer}, empty where there is none. */
    public Optional<Choice> choice(String answer) {
      return choices.stream().filter(choice -> choice.id().equals(answer)).findFirst();
    }
  }

  /**
   * An answer to choose.
   *
   * @param id its id
   * @param harm what it says has happened
   * @param next the step it leads to
   */
  public record Choice(String id, Optional<Harm> harm, String next) {}

  /** A question that is answered in free words, or not at all. */
  public record Tell(String id, CallFact fact, String next) implements Step {}

  /**
   * Instructions.
   *
   * @param id its id
   * @param actions ids of actions that are shown whatever happened
   * @param harms harms whose actions are shown as far as they happened
   * @param next the step after it
   */
  public record Do(String id, List<String> actions, List<Harm> harms, String next) implements Step {
    public Do {
      actions = List.copyOf(actions);
      harms = List.copyOf(harms);
    }
  }

  /** The end. */
  public record End(String id) implements Step {}

  /** The step called {@code id}, empty where there is none. */
  public Optional<Step> step(String id) {
    return steps.stream().filter(step -> step.id().equals(id)).findFirst();
  }
}
