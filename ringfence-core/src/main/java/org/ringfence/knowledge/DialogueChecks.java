package org.ringfence.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ringfence.knowledge.DialogueScript.Action;
import org.ringfence.knowledge.DialogueScript.Ask;
import org.ringfence.knowledge.DialogueScript.Choice;
import org.ringfence.knowledge.DialogueScript.Do;
import org.ringfence.knowledge.DialogueScript.End;
import org.ringfence.knowledge.DialogueScript.Step;
import org.ringfence.knowledge.DialogueScript.Tell;

/**
 * Whether a dialogue does what somebody in trouble may rely on: every way ends, no step is lost,
 * and whoever reports a harm is shown what to do about it, whatever they answer after that.
 */
final class DialogueChecks {
  private final DialogueScript script;
  private final Section file;
  private final Map<String, Section> places = new HashMap<>();

  /**
   * @param steps the sections of the script's steps, in their order
   */
  DialogueChecks(DialogueScript script, Section file, List<Section> steps) {
    this.script = script;
    this.file = file;
    for (int i = 0; i < steps.size(); i++) {
      places.putIfAbsent(script.steps().get(i).id(), steps.get(i));
    }
  }

  void check() {
    actions();
    if (ids() && references() && noCircle()) {
      reachable();
      harms();
      facts();
    }
  }

  private void actions() {
    List<String> order = script.actions().stream().map(Action::id).toList();
    if (new HashSet<>(order).size() < order.size()) {
      file.member("actions").error("an action stands here twice", "take one out");
    }
    script
        .harms()
        .forEach((harm, ids) -> ordered(file.member("harms").member(harm.key()), ids, order));
    ordered(file.member("always"), script.always(), order);
    Set<String> used = new HashSet<>(script.always());
    script.harms().values().forEach(used::addAll);
    script.steps().forEach(step -> used.addAll(actions(step)));
    order.stream()
        .filter(id -> !used.contains(id))
        .forEach(
            id ->
                file.member("actions")
                    .error("nobody is told \"" + id + "\"", "use it or take it out"));
  }

  /** What is to be done first comes first, in a plan for one harm as in one for all. */
  private static void ordered(Section list, List<String> ids, List<String> order) {
    int last = -1;
    for (Section item : list.items()) {
      int place = order.indexOf(item.text());
      if (place < 0) {
        item.error("unknown action \"" + item.text() + "\"", Wording.allowed(item.text(), order));
      } else if (place <= last) {
        item.error("\"" + item.text() + "\" is out of order", "keep the order of the actions");
      }
      last = Math.max(last, place);
    }
    if (ids.isEmpty()) {
      list.error("the list is empty", "say what is to be done");
    }
  }

  private static List<String> actions(Step step) {
    return step instanceof Do instructions ? instructions.actions() : List.of();
  }

  private boolean ids() {
    Set<String> met = new HashSet<>();
    List<Step> twice = script.steps().stream().filter(step -> !met.add(step.id())).toList();
    twice.forEach(
        step -> at(step).error("the step \"" + step.id() + "\" is here twice", "rename one"));
    return twice.isEmpty();
  }

  private boolean references() {
    List<String> ids = script.steps().stream().map(Step::id).toList();
    List<String> known = script.actions().stream().map(Action::id).toList();
    boolean sound = true;
    for (Step step : script.steps()) {
      for (String next : next(step)) {
        sound &= known("step", next, ids, step);
      }
      for (String action : actions(step)) {
        sound &= known("action", action, known, step);
      }
    }
    return sound;
  }

  private boolean known(String noun, String id, Collection<String> ids, Step step) {
    if (!ids.contains(id)) {
      at(step).error("unknown " + noun + " \"" + id + "\"", Wording.allowed(id, ids));
    }
    return ids.contains(id);
  }

  private boolean noCircle() {
    Optional<Step> circle = circle(first(), new LinkedHashSet<>(), new HashSet<>());
    circle.ifPresent(
        step ->
            at(step).error("\"" + step.id() + "\" leads back to itself", "every way has to end"));
    return circle.isEmpty();
  }

  private Optional<Step> circle(Step step, Set<String> way, Set<String> done) {
    if (!way.add(step.id())) {
      return Optional.of(step);
    }
    for (Step next : following(step)) {
      if (!done.contains(next.id())) {
        Optional<Step> circle = circle(next, way, done);
        if (circle.isPresent()) {
          return circle;
        }
      }
    }
    way.remove(step.id());
    done.add(step.id());
    return Optional.empty();
  }

  private void reachable() {
    Set<Step> met = new LinkedHashSet<>();
    List<Step> open = new ArrayList<>(List.of(first()));
    while (!open.isEmpty()) {
      Step step = open.removeLast();
      if (met.add(step)) {
        open.addAll(following(step));
      }
    }
    script.steps().stream()
        .filter(step -> !met.contains(step))
        .forEach(
            step ->
                at(step)
                    .error(
                        "no way leads to \"" + step.id() + "\"", "lead one there or take it out"));
  }

  private void harms() {
    Set<Harm> asked = new HashSet<>();
    for (Step step : script.steps()) {
      for (Choice choice : choices(step)) {
        choice.harm().ifPresent(harm -> helped(step, choice, harm, asked));
      }
    }
    for (Harm harm : Harm.values()) {
      if (!asked.contains(harm)) {
        file.member("harms")
            .member(harm.key())
            .error("nobody is asked about it", "add an answer that says it");
      }
    }
  }

  private void helped(Step step, Choice choice, Harm harm, Set<Harm> asked) {
    asked.add(harm);
    if (!shows(target(choice.next()), harm)) {
      String what =
          "\"" + choice.id() + "\" says " + harm.key() + ", and not every way shows what to do";
      at(step).error(what, "lead it to a step that does");
    }
  }

  /** Whether every way from {@code step} on shows the actions of {@code harm}. */
  private boolean shows(Step step, Harm harm) {
    return switch (step) {
      case End _ -> false;
      case Do instructions when instructions.harms().contains(harm) -> true;
      case Do _, Tell _, Ask _ -> following(step).stream().allMatch(next -> shows(next, harm));
    };
  }

  private void facts() {
    Set<CallFact> told = new HashSet<>();
    for (Step step : script.steps()) {
      if (step instanceof Tell tell && !told.add(tell.fact())) {
        at(step).error("\"" + tell.fact().key() + "\" is asked for twice", "ask once");
      }
    }
    for (CallFact fact : CallFact.values()) {
      if (!told.contains(fact)) {
        file.member("steps").error("nobody is asked for \"" + fact.key() + "\"", "add a step");
      }
    }
  }

  private Step first() {
    return script.steps().getFirst();
  }

  private List<Step> following(Step step) {
    return next(step).stream().map(this::target).toList();
  }

  private Step target(String id) {
    return script.step(id).orElseThrow();
  }

  private static List<String> next(Step step) {
    return switch (step) {
      case Ask ask -> ask.choices().stream().map(Choice::next).distinct().toList();
      case Tell tell -> List.of(tell.next());
      case Do instructions -> List.of(instructions.next());
      case End _ -> List.of();
    };
  }

  private static List<Choice> choices(Step step) {
    return step instanceof Ask ask ? ask.choices() : List.of();
  }

  private Section at(Step step) {
    return Objects.requireNonNull(places.get(step.id()));
  }
}
