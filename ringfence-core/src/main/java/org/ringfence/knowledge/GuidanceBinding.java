package org.ringfence.knowledge;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringfence.knowledge.Guidance.AlertWords;
import org.ringfence.knowledge.GuidanceTexts.CallWords;
import org.ringfence.knowledge.GuidanceTexts.HallmarkWords;
import org.ringfence.knowledge.GuidanceTexts.Quotes;
import org.ringfence.knowledge.GuidanceTexts.ReplyWords;
import org.ringfence.knowledge.GuidanceTexts.ScreenWords;
import org.ringfence.knowledge.GuidanceTexts.StepWords;

/** Makes the {@link GuidanceTexts} of a language of its file. */
final class GuidanceBinding {
  private static final List<String> SECTIONS =
      List.of(
          "language",
          "name",
          "quotes",
          "page",
          "hallmarks",
          "call",
          "reply",
          "digest",
          "release",
          "lesson",
          "desk");

  private static final int TEACH = 2;
  private static final int LESSON = 3;

  private final List<String> hallmarks;
  private final DialogueScript dialogue;
  private final LessonPlan lesson;

  GuidanceBinding(Catalog catalog, DialogueScript dialogue, LessonPlan lesson) {
    this.hallmarks = catalog.hallmarks().stream().map(HallmarkText::id).toList();
    this.dialogue = dialogue;
    this.lesson = lesson;
  }

  /**
   * The texts of {@code file}.
   *
   * @param named the language that the file is called after
   */
  GuidanceTexts texts(Section file, String named) {
    file.with(SECTIONS.toArray(String[]::new));
    Map<GuidanceText, TextTemplate> texts = new HashMap<>();
    fixed(file, "page", PageText.values(), texts);
    fixed(file, "call", CallText.values(), texts, "steps", "answers", "actions", "harms", "facts");
    fixed(file, "reply", ReplyText.values(), texts, "outcomes");
    fixed(file, "digest", DigestText.values(), texts);
    fixed(file, "release", ReleaseText.values(), texts);
    fixed(file, "lesson", LessonText.values(), texts, "screens");
    return new GuidanceTexts(
        language(file, named),
        file.text("name"),
        quotes(file),
        texts,
        keyed(file, "hallmarks", hallmarks, GuidanceBinding::hallmark),
        call(file.member("call")),
        byEnum(
            file.member("reply"),
            "outcomes",
            ReportOutcome.class,
            ReportOutcome::key,
            GuidanceBinding::reply),
        screens(file.member("lesson")));
  }

  /** The alerts for the security desk. */
  Map<DeskAlert, AlertWords> desk(Section file) {
    Map<DeskAlert, AlertWords> desk =
        byEnum(file, "desk", DeskAlert.class, DeskAlert::key, GuidanceBinding::alert);
    desk.forEach((alert, words) -> alertPlaces(alert, words, file.member("desk")));
    return desk;
  }

  private static void alertPlaces(DeskAlert alert, AlertWords words, Section desk) {
    Set<String> found = new TreeSet<>(words.subject().placeholders());
    found.addAll(words.text().placeholders());
    places(desk.member(alert.key()), found, alert.placeholders());
  }

  private static AlertWords alert(Section item) {
    item.with("subject", "text");
    return new AlertWords(template(item, "subject"), template(item, "text"));
  }

  private static String language(Section file, String named) {
    String language = file.text("language");
    if (!language.isEmpty() && !language.equals(named)) {
      String what = "the language is \"" + language + "\" and the file is called \"" + named + "\"";
      file.member("language").error(what, "give both the same tag");
    }
    return language;
  }

  private static Quotes quotes(Section file) {
    List<String> quotes = file.someTexts("quotes");
    if (quotes.size() != 2) {
      file.member("quotes")
          .error("these are no two quotation marks", "write the opening and the closing one");
      return new Quotes("", "");
    }
    return new Quotes(quotes.getFirst(), quotes.getLast());
  }

  private static <K extends Enum<K> & GuidanceText> void fixed(
      Section file,
      String name,
      K[] keys,
      Map<GuidanceText, TextTemplate> texts,
      String... others) {
    Section section =
        section(
            file,
            name,
            Stream.concat(Arrays.stream(keys).map(GuidanceText::key), Arrays.stream(others)));
    for (K key : keys) {
      TextTemplate text = template(section, key.key());
      texts.put(key, text);
      if (!text.text().isEmpty()) {
        places(section.member(key.key()), text.placeholders(), key.placeholders());
      }
    }
  }

  private static void places(Section at, Set<String> found, Set<String> known) {
    if (!found.equals(known)) {
      at.error(
          "the places to fill are " + new TreeSet<>(found),
          "the program fills " + new TreeSet<>(known));
    }
  }

  private static TextTemplate template(Section section, String key) {
    TextTemplate template = new TextTemplate(section.text(key));
    if (!template.isWellFormed()) {
      section.member(key).error("a brace stands alone", "write places to fill like {platform}");
    }
    return template;
  }

  private static <T> Map<String, T> keyed(
      Section parent, String name, Collection<String> ids, BiFunction<String, Section, T> bind) {
    Section section = section(parent, name, ids.stream());
    Map<String, T> bound = new LinkedHashMap<>();
    for (String id : ids) {
      section.optional(id).ifPresent(item -> bound.put(id, bind.apply(id, item)));
    }
    if (!section.keys().isEmpty()) {
      ids.stream()
          .filter(id -> !section.keys().contains(id))
          .forEach(id -> section.error("\"" + id + "\" is missing", "add it"));
    }
    return bound;
  }

  private static Section section(Section parent, String name, Stream<String> allowed) {
    return parent.members(name).isEmpty()
        ? parent.member(name)
        : parent.member(name).with(allowed.toArray(String[]::new));
  }

  private static <K extends Enum<K>, T> Map<K, T> byEnum(
      Section parent,
      String name,
      Class<K> type,
      Function<K, String> key,
      Function<Section, T> bind) {
    List<K> constants = List.of(type.getEnumConstants());
    Map<String, T> byKey =
        keyed(parent, name, constants.stream().map(key).toList(), (id, item) -> bind.apply(item));
    Map<K, T> bound = new EnumMap<>(type);
    for (K constant : constants) {
      T words = byKey.get(key.apply(constant));
      if (words != null) {
        bound.put(constant, words);
      }
    }
    return bound;
  }

  private static HallmarkWords hallmark(String id, Section item) {
    item.with("title", "teach");
    return new HallmarkWords(id, item.text("title"), sentences(item, "teach", TEACH));
  }

  private static ReplyWords reply(Section item) {
    item.with("subject", "verdict", "reason", "lesson");
    return new ReplyWords(
        item.text("subject"),
        item.text("verdict"),
        item.text("reason"),
        sentences(item, "lesson", LESSON));
  }

  private static List<String> sentences(Section item, String key, int count) {
    List<String> sentences = item.someTexts(key);
    if (!sentences.isEmpty() && sentences.size() != count) {
      item.member(key).error("these are " + sentences.size() + " texts", "write " + count);
    }
    return sentences;
  }

  private CallWords call(Section call) {
    return new CallWords(
        keyed(call, "steps", stepIds(), GuidanceBinding::step),
        keyed(call, "answers", answerIds(), (id, item) -> item.text()),
        keyed(call, "actions", actionIds(), (id, item) -> item.text()),
        byEnum(call, "harms", Harm.class, Harm::key, Section::text),
        byEnum(call, "facts", CallFact.class, CallFact::key, Section::text));
  }

  private static StepWords step(String id, Section item) {
    item.with("title", "hint");
    return new StepWords(item.text("title"), item.text("hint"));
  }

  private List<String> stepIds() {
    return dialogue.steps().stream().map(DialogueScript.Step::id).toList();
  }

  private Set<String> answerIds() {
    return dialogue.steps().stream()
        .flatMap(
            step -> step instanceof DialogueScript.Ask ask ? ask.choices().stream() : Stream.of())
        .map(DialogueScript.Choice::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<String> actionIds() {
    return dialogue.actions().stream().map(DialogueScript.Action::id).toList();
  }

  private Map<String, ScreenWords> screens(Section section) {
    List<String> ids = lesson.screens().stream().map(LessonPlan.Screen::id).toList();
    return keyed(section, "screens", ids, (id, item) -> screen(answers(id), item));
  }

  private List<String> answers(String screen) {
    return lesson.screens().stream()
        .filter(one -> one.id().equals(screen))
        .flatMap(one -> one.answers().stream())
        .toList();
  }

  private static ScreenWords screen(List<String> answers, Section item) {
    item.with("title", "shows", "question", "answers", "because");
    TextTemplate shows = template(item, "shows");
    if (!Set.of("number").containsAll(shows.placeholders())) {
      item.member("shows")
          .error("the places to fill are " + shows.placeholders(), "allowed is {number}");
    }
    return new ScreenWords(
        item.text("title"),
        shows,
        item.text("question"),
        keyed(item, "answers", answers, (id, answer) -> answer.text()),
        item.text("because"));
  }
}
