package org.ringfence.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringfence.knowledge.Numbering.DialLink;
import org.ringfence.knowledge.Numbering.Language;
import org.ringfence.knowledge.Numbering.Region;
import org.ringfence.knowledge.Numbering.ShortForm;

/** Makes a {@link Numbering} of its file. */
final class NumberingBinding {
  private NumberingBinding() {}

  static Numbering bind(KnowledgeFile file, Problems problems) {
    Section root =
        Section.of(
            file,
            problems,
            "default-regions",
            "letters-for-digits",
            "dial-links",
            "languages",
            "regions");
    return new Numbering(
        root.someTexts("default-regions"),
        texts(root, "letters-for-digits"),
        root.items("dial-links").stream().map(NumberingBinding::dialLink).toList(),
        root.someItems("languages").stream().map(NumberingBinding::language).toList(),
        root.someItems("regions").stream().map(NumberingBinding::region).toList());
  }

  private static DialLink dialLink(Section item) {
    item.with("prefix", "international");
    return new DialLink(item.text("prefix"), item.truth("international"));
  }

  private static Language language(Section item) {
    item.with(
        "tag", "regions", "digit-words", "repeat-words", "telephone-labels", "reference-labels");
    return new Language(
        item.text("tag"),
        item.someTexts("regions"),
        texts(item, "digit-words"),
        numbers(item, "repeat-words"),
        item.texts("telephone-labels"),
        item.texts("reference-labels"));
  }

  private static Region region(Section item) {
    item.with("code", "forms", "short-forms", "vanity-forms");
    return new Region(
        item.text("code"),
        item.texts("forms"),
        item.items("short-forms").stream().map(NumberingBinding::shortForm).toList(),
        item.texts("vanity-forms"));
  }

  private static ShortForm shortForm(Section item) {
    item.with("form", "only-when-asked");
    return new ShortForm(item.text("form"), item.truth("only-when-asked"));
  }

  private static Map<String, String> texts(Section section, String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    section.members(key).forEach((word, value) -> texts.put(word, value.text()));
    return texts;
  }

  private static Map<String, Integer> numbers(Section section, String key) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<String> words = List.copyOf(section.members(key).keySet());
    words.forEach(word -> numbers.put(word, section.member(key).number(word).intValue()));
    return numbers;
  }
}
