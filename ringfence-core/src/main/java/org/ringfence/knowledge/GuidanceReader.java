package org.ringfence.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes one {@link Guidance} of the files under {@code guidance/}. */
final class GuidanceReader {
  private static final String FOLDER = "guidance/";
  private static final String ENGLISH = FOLDER + "en.yaml";

  private final KnowledgeSource source;
  private final Catalog catalog;
  private final Problems problems = new Problems();
  private final Optional<SchemaCheck> schemas;

  GuidanceReader(KnowledgeSource source, Catalog catalog, Checking checking) {
    this.source = source;
    this.catalog = catalog;
    this.schemas =
        switch (checking) {
          case FULL -> Optional.of(new SchemaCheck(source, problems));
          case BINDING -> Optional.empty();
        };
  }

  Guidance read() {
    Optional<DialogueScript> dialogue =
        file(FileKind.DIALOGUE).flatMap(file -> DialogueBinding.bind(file, problems));
    Optional<LessonPlan> lesson = file(FileKind.LESSON).map(this::lesson);
    Optional<Authorities> authorities =
        file(FileKind.AUTHORITIES).map(file -> AuthoritiesBinding.bind(file, problems, brands()));
    stopAtProblems();
    GuidanceBinding binding =
        new GuidanceBinding(catalog, dialogue.orElseThrow(), lesson.orElseThrow());
    KnowledgeFile english = read(FileKind.GUIDANCE, ENGLISH).orElseThrow(this::refused);
    Map<String, GuidanceTexts> languages = new TreeMap<>();
    languages.put("en", binding.texts(Section.unchecked(english, problems), "en"));
    Map<DeskAlert, Guidance.AlertWords> desk = binding.desk(Section.unchecked(english, problems));
    stopAtProblems();
    translations(Section.unchecked(english, problems), binding)
        .forEach(texts -> languages.put(texts.language(), texts));
    stopAtProblems();
    return new Guidance(
        languages, dialogue.orElseThrow(), lesson.orElseThrow(), authorities.orElseThrow(), desk);
  }

  private Set<String> brands() {
    return catalog.brands().stream().map(Brand::id).collect(Collectors.toSet());
  }

  private LessonPlan lesson(KnowledgeFile file) {
    return new LessonBinding(source.list(), catalog).bind(Section.unchecked(file, problems));
  }

  private List<GuidanceTexts> translations(Section english, GuidanceBinding binding) {
    List<GuidanceTexts> translations = new ArrayList<>();
    for (String path : source.list().stream().sorted().toList()) {
      if (FileKind.of(path).equals(Optional.of(FileKind.GUIDANCE)) && !path.equals(ENGLISH)) {
        translation(path, english, binding).ifPresent(translations::add);
      }
    }
    return translations;
  }

  private Optional<GuidanceTexts> translation(
      String path, Section english, GuidanceBinding binding) {
    int before = problems.count();
    Optional<Section> file =
        read(FileKind.GUIDANCE, path).map(found -> Section.unchecked(found, problems));
    file.ifPresent(translated -> GuidanceComparison.compare(english, translated));
    String named = path.substring(FOLDER.length(), path.lastIndexOf('.'));
    return problems.count() > before
        ? Optional.empty()
        : file.map(translated -> binding.texts(translated, named));
  }

  private Optional<KnowledgeFile> file(FileKind kind) {
    return read(kind, kind.example());
  }

  private Optional<KnowledgeFile> read(FileKind kind, String path) {
    if (!source.list().contains(path)) {
      problems.error(path, Position.TOP, "there is no such file", "add one");
      return Optional.empty();
    }
    return YamlReader.read(path, source.read(path), problems)
        .filter(file -> schemas.isEmpty() || schemas.get().accepts(kind, file));
  }

  private void stopAtProblems() {
    if (problems.count() > 0) {
      throw refused();
    }
  }

  private KnowledgeException refused() {
    return new KnowledgeException(problems.sorted());
  }
}
