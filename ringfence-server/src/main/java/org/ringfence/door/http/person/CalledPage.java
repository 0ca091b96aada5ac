package org.ringfence.door.http.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.door.http.web.Form;
import org.ringfence.door.http.web.PageReply;
import org.ringfence.door.http.web.PageRequest;
import org.ringfence.door.http.web.Pages;
import org.ringfence.effect.educate.Answer;
import org.ringfence.effect.educate.CallReport;
import org.ringfence.effect.educate.Dialogue;
import org.ringfence.knowledge.Authorities.Office;
import org.ringfence.knowledge.CallFact;
import org.ringfence.knowledge.CallText;
import org.ringfence.knowledge.DialogueScript.Action;
import org.ringfence.knowledge.DialogueScript.Ask;
import org.ringfence.knowledge.DialogueScript.Do;
import org.ringfence.knowledge.DialogueScript.End;
import org.ringfence.knowledge.DialogueScript.Step;
import org.ringfence.knowledge.DialogueScript.Tell;
import org.ringfence.knowledge.GuidanceTexts;

/**
 * Helps somebody who already called, one question a page. What was answered travels in the form,
 * sealed, so that nothing is kept of whoever only looks.
 */
final class CalledPage {
  private static final String PAGE = "called";
  private static final String FOLDER = "person/called/";

  private final PersonParts parts;
  private final Pages pages;
  private final CallDesk desk;

  CalledPage(PersonParts parts, Pages pages) {
    this.parts = parts;
    this.pages = pages;
    this.desk = new CallDesk(parts);
  }

  /** The first question. */
  PageReply begin(Visit visit) {
    Dialogue dialogue = dialogue(visit);
    return show(visit, dialogue, dialogue.begin(), 200);
  }

  /** The question after an answer; the same again where that is none. */
  PageReply answer(PageRequest request, Visit visit) {
    Dialogue dialogue = dialogue(visit);
    Form form = request.form();
    Optional<List<Answer>> before =
        parts
            .keys()
            .forms()
            .open(form.text("told"), visit.about(PAGE), visit.now())
            .map(Answers::read);
    if (before.isEmpty()) {
      return show(visit, dialogue, dialogue.begin(), 409);
    }
    CallReport report = dialogue.replay(before.get());
    if (!form.text("back").isEmpty()) {
      List<Answer> told = report.answers();
      return show(
          visit, dialogue, dialogue.replay(told.subList(0, Math.max(0, told.size() - 1))), 200);
    }
    Optional<CallReport> next = dialogue.answer(report, given(form, report.next()));
    next.ifPresent(after -> desk.hear(visit, report, after));
    return show(visit, dialogue, next.orElse(report), 200);
  }

  private static Dialogue dialogue(Visit visit) {
    return new Dialogue(visit.reading().guidance().dialogue());
  }

  /** What a form says to a step; a form of another step is no answer to this one. */
  private static Answer given(Form form, Step step) {
    String id = form.text("step");
    return switch (step) {
      case Ask _ -> new Answer.Chosen(id, form.all("choice"));
      case Tell _ -> new Answer.Told(id, form.text("skip").isEmpty() ? form.text("words") : "");
      case Do _, End _ -> new Answer.Read(id);
    };
  }

  private PageReply show(Visit visit, Dialogue dialogue, CallReport report, int status) {
    GuidanceTexts texts = visit.reading().texts();
    Map<String, Object> values = new HashMap<>();
    values.put("reading", new Shown(visit.reading(), texts.text(CallText.TITLE), ""));
    values.put("told", sealed(visit, report));
    values.put("action", visit.path(PAGE));
    values.put("languages", "/m/" + visit.token() + "/" + PAGE);
    values.put("first", report.answers().isEmpty());
    values.put("home", visit.path(""));
    values.put("words", texts.call().step(report.next().id()));
    String template =
        switch (report.next()) {
          case Ask ask -> {
            values.put("step", ask);
            yield "ask.jte";
          }
          case Tell tell -> {
            values.put("step", tell.id());
            values.put("isLong", tell.fact() == CallFact.NOTE);
            yield "tell.jte";
          }
          case Do instructions -> {
            values.put("step", instructions.id());
            values.put("actions", lines(dialogue.shown(instructions, report), texts));
            yield "do.jte";
          }
          case End _ -> {
            end(values, visit, dialogue, report);
            yield "end.jte";
          }
        };
    return PageReply.page(status, pages.html(FOLDER + template, values));
  }

  private String sealed(Visit visit, CallReport report) {
    return parts
        .keys()
        .forms()
        .seal(Answers.write(report.answers()), visit.about(PAGE), visit.now());
  }

  private List<ToDo> lines(List<Action> actions, GuidanceTexts texts) {
    return actions.stream()
        .map(
            action ->
                new ToDo(
                    texts.call().action(action.id()),
                    action.contact() ? parts.site().desk().lines(texts) : List.of()))
        .toList();
  }

  private void end(Map<String, Object> values, Visit visit, Dialogue dialogue, CallReport report) {
    GuidanceTexts texts = visit.reading().texts();
    values.put("plan", lines(dialogue.plan(report), texts));
    values.put("harms", report.harms().stream().map(texts.call()::harm).toList());
    values.put(
        "facts",
        report.facts().entrySet().stream()
            .map(fact -> List.of(texts.call().fact(fact.getKey()), fact.getValue()))
            .toList());
    values.put("desk", parts.site().desk().lines(texts));
    values.put(
        "authorities",
        parts.site().regions().stream()
            .flatMap(region -> visit.reading().guidance().authorities().in(region).stream())
            .map(office -> line(office, texts))
            .toList());
  }

  private static String line(Office office, GuidanceTexts texts) {
    return texts.fill(
        CallText.AUTHORITY_LINE, Map.of("name", office.name(), "address", office.address()));
  }
}
