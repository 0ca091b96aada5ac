package org.ringfence.knowledge;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.knowledge.DialogueScript.Action;
import org.ringfence.knowledge.DialogueScript.Ask;
import org.ringfence.knowledge.DialogueScript.Choice;
import org.ringfence.knowledge.DialogueScript.Do;
import org.ringfence.knowledge.DialogueScript.End;
import org.ringfence.knowledge.DialogueScript.Step;
import org.ringfence.knowledge.DialogueScript.Tell;

/** Makes the {@link DialogueScript} of its file. */
final class DialogueBinding {
  private DialogueBinding() {}

  /** The script; empty where it is not sound, and the problems say why. */
  static Optional<DialogueScript> bind(KnowledgeFile file, Problems problems) {
    int before = problems.count();
    Section section = Section.of(file, problems, "actions", "harms", "always", "steps");
    List<Section> steps = section.someItems("steps");
    DialogueScript script =
        new DialogueScript(
            section.someItems("actions").stream().map(DialogueBinding::action).toList(),
            harms(section),
            section.someTexts("always"),
            steps.stream().map(DialogueBinding::step).toList());
    if (problems.count() == before) {
      new DialogueChecks(script, section, steps).check();
    }
    return problems.count() > before ? Optional.empty() : Optional.of(script);
  }

  private static Action action(Section item) {
    item.with("id", "contact");
    return new Action(
        item.text("id"), item.optional("contact").isPresent() && item.truth("contact"));
  }

  private static Map<Harm, List<String>> harms(Section section) {
    Map<Harm, List<String>> harms = new EnumMap<>(Harm.class);
    Map<String, Section> written = section.members("harms");
    written.forEach(
        (key, list) ->
            harm(key, list)
                .ifPresent(
                    harm -> harms.put(harm, list.items().stream().map(Section::text).toList())));
    for (Harm harm : Harm.values()) {
      if (!written.isEmpty() && !written.containsKey(harm.key())) {
        section
            .member("harms")
            .error("\"" + harm.key() + "\" is missing", "say what is to be done");
      }
    }
    return harms;
  }

  private static Optional<Harm> harm(String key, Section at) {
    Optional<Harm> harm = Harm.of(key);
    if (harm.isEmpty()) {
      List<String> known = List.of(Harm.values()).stream().map(Harm::key).toList();
      at.error("unknown harm \"" + key + "\"", Wording.allowed(key, known));
    }
    return harm;
  }

  private static Step step(Section item) {
    item.with("id", "ask", "answers", "fact", "do", "next", "end");
    String id = item.text("id");
    if (item.optional("end").isPresent()) {
      return new End(id);
    }
    if (item.optional("do").isPresent()) {
      return instructions(id, item);
    }
    return switch (item.text("ask")) {
      case "one" -> new Ask(id, false, choices(item, false));
      case "any" -> new Ask(id, true, choices(item, true));
      case "text" -> new Tell(id, fact(item), item.text("next"));
      default -> unknown(id, item);
    };
  }

  private static Step unknown(String id, Section item) {
    if (item.optional("ask").isPresent()) {
      String found = item.member("ask").text();
      String next = Wording.allowed(found, List.of("one", "any", "text"));
      item.member("ask").error("unknown kind of question \"" + found + "\"", next);
    }
    return new End(id);
  }

  private static Do instructions(String id, Section item) {
    Section shown = item.member("do").with("actions", "harms");
    List<Harm> harms =
        shown.items("harms").stream().flatMap(harm -> harm(harm.text(), harm).stream()).toList();
    return new Do(id, shown.texts("actions"), harms, item.text("next"));
  }

  /** Where several can be chosen, all lead to the step that the question names. */
  private static List<Choice> choices(Section item, boolean several) {
    String next = several ? item.text("next") : "";
    return item.someItems("answers").stream()
        .map(answer -> choice(answer, several ? next : answer.text("next")))
        .toList();
  }

  private static Choice choice(Section answer, String next) {
    answer.with("id", "harm", "next");
    return new Choice(
        answer.text("id"), answer.optional("harm").flatMap(harm -> harm(harm.text(), harm)), next);
  }

  private static CallFact fact(Section item) {
    String key = item.text("fact");
    Optional<CallFact> fact = CallFact.of(key);
    if (fact.isEmpty() && !key.isEmpty()) {
      List<String> known = List.of(CallFact.values()).stream().map(CallFact::key).toList();
      item.member("fact").error("unknown fact \"" + key + "\"", Wording.allowed(key, known));
    }
    return fact.orElse(CallFact.NOTE);
  }
}
