package org.ringfence.knowledge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes one {@link Notices} of the files under {@code notices/}. */
final class NoticesReader {
  private static final String FOLDER = "notices/";
  private static final String ENGLISH = "en";
  private static final String LANGUAGE = "language";

  private final KnowledgeSource source;
  private final Catalog catalog;
  private final Problems problems = new Problems();
  private final Optional<SchemaCheck> schemas;

  NoticesReader(KnowledgeSource source, Catalog catalog, Checking checking) {
    this.source = source;
    this.catalog = catalog;
    this.schemas =
        switch (checking) {
          case FULL -> Optional.of(new SchemaCheck(source, problems));
          case BINDING -> Optional.empty();
        };
  }

  Notices read() {
    Map<String, Map<NoticeText, TextTemplate>> languages = new TreeMap<>();
    for (String path : source.list().stream().sorted().toList()) {
      if (FileKind.of(path).equals(Optional.of(FileKind.NOTICES))) {
        languages.put(language(path), read(path));
      }
    }
    for (String language : wanted()) {
      if (!languages.containsKey(language)) {
        String next = "add one: there are lures in this language, and readers to be warned";
        problems.error(path(language), Position.TOP, "there is no such file", next);
      }
    }
    if (problems.count() > 0) {
      throw new KnowledgeException(problems.sorted());
    }
    return new Notices(languages);
  }

  private Set<String> wanted() {
    Set<String> wanted = new TreeSet<>(Set.of(ENGLISH));
    catalog.vocabularies().forEach(words -> wanted.add(words.language()));
    return wanted;
  }

  private static String path(String language) {
    return FOLDER + language + ".yaml";
  }

  private static String language(String path) {
    return path.substring(FOLDER.length(), path.lastIndexOf('.'));
  }

  private Map<NoticeText, TextTemplate> read(String path) {
    return YamlReader.read(path, source.read(path), problems)
        .filter(file -> schemas.isEmpty() || schemas.get().accepts(FileKind.NOTICES, file))
        .map(file -> texts(Section.unchecked(file, problems), language(path)))
        .orElse(Map.of());
  }

  private static Map<NoticeText, TextTemplate> texts(Section file, String named) {
    List<String> keys = new ArrayList<>(NoticeText.keys());
    keys.addFirst(LANGUAGE);
    file.with(keys.toArray(String[]::new));
    String language = file.text(LANGUAGE);
    if (!language.isEmpty() && !language.equals(named)) {
      String what = "the language is \"" + language + "\" and the file is called \"" + named + "\"";
      file.member(LANGUAGE).error(what, "give both the same tag");
    }
    Map<NoticeText, TextTemplate> texts = new EnumMap<>(NoticeText.class);
    for (NoticeText text : NoticeText.values()) {
      texts.put(text, template(file, text));
    }
    return texts;
  }

  private static TextTemplate template(Section file, NoticeText text) {
    var template = new TextTemplate(file.text(text.key()));
    boolean written = !template.text().isEmpty();
    if (written
        && !(template.isWellFormed() && template.placeholders().equals(text.placeholders()))) {
      file.member(text.key())
          .error(
              "the places to fill are " + template.placeholders(),
              "write " + new TreeSet<>(text.placeholders()) + ", each in braces, and no other");
    }
    return template;
  }
}
