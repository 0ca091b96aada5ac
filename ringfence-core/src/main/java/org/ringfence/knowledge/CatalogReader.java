package org.ringfence.knowledge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes one {@link Catalog} of the files of a source: YAML, then schema, then records. */
final class CatalogReader {
  private final KnowledgeSource source;
  private final Problems problems = new Problems();
  private final Optional<SchemaCheck> schemas;

  private final List<LureVocabulary> vocabularies = new ArrayList<>();
  private final List<Brand> brands = new ArrayList<>();
  private final List<HallmarkText> hallmarks = new ArrayList<>();
  private final List<CurrencySigns> currencies = new ArrayList<>();
  private final Set<String> publicProviders = new LinkedHashSet<>();
  private final List<HostedMail> hostedMail = new ArrayList<>();
  private final List<LinkRewriting> linkRewriting = new ArrayList<>();
  private final List<Directory> directories = new ArrayList<>();
  private final List<Numbering> numberings = new ArrayList<>();
  private final List<PlatformProfile> platforms = new ArrayList<>();

  /** The ids met so far, by kind of file; a kind without an entry has no file. */
  private final Map<FileKind, Set<String>> ids = new EnumMap<>(FileKind.class);

  CatalogReader(KnowledgeSource source, Checking checking) {
    this.source = source;
    this.schemas =
        switch (checking) {
          case FULL -> Optional.of(new SchemaCheck(source, problems));
          case BINDING -> Optional.empty();
        };
  }

  Catalog read() {
    source.list().stream().sorted().forEach(this::readFile);
    for (FileKind kind : FileKind.values()) {
      if (kind.isCatalogued() && !ids.containsKey(kind)) {
        problems.error(kind.example(), Position.TOP, "there is no such file", "add one");
      }
    }
    if (problems.count() > 0) {
      throw new KnowledgeException(problems.sorted());
    }
    MailboxProviders providers = new MailboxProviders(publicProviders);
    return new Catalog(
        vocabularies,
        brands,
        hallmarks,
        currencies,
        providers,
        hostedMail.getFirst(),
        linkRewriting,
        directories.getFirst(),
        numberings.getFirst(),
        platforms);
  }

  private void readFile(String path) {
    FileKind.of(path).filter(FileKind::isCatalogued).ifPresent(kind -> readFile(path, kind));
  }

  private void readFile(String path, FileKind kind) {
    ids.computeIfAbsent(kind, none -> new HashSet<>());
    YamlReader.read(path, source.read(path), problems)
        .filter(file -> schemas.isEmpty() || schemas.get().accepts(kind, file))
        .ifPresent(file -> bind(kind, file));
  }

  private void bind(FileKind kind, KnowledgeFile file) {
    switch (kind) {
      case LURES -> vocabularies.add(vocabulary(file));
      case BRANDS -> list(file, "brands").forEach(item -> brands.add(brand(item)));
      case HALLMARKS -> list(file, "hallmarks").forEach(item -> hallmarks.add(hallmark(item)));
      case CURRENCIES -> list(file, "currencies").forEach(item -> currencies.add(currency(item)));
      case MAILBOX_PROVIDERS ->
          publicProviders.addAll(
              Section.of(file, problems, "public-providers").someTexts("public-providers"));
      case HOSTED_MAIL -> hostedMail.add(hostedMail(file));
      case LINK_REWRITING ->
          list(file, "link-rewriting").forEach(item -> linkRewriting.add(rewriting(item)));
      case DIRECTORY -> directories.add(DirectoryBinding.bind(file, problems));
      case NUMBERING -> numbering(file);
      case PLATFORM -> PlatformBinding.bind(file, problems).ifPresent(platforms::add);
      case DIALOGUE, LESSON, AUTHORITIES, GUIDANCE, NOTICES -> {}
    }
  }

  private static LinkRewriting rewriting(Section item) {
    item.with("host", "parameter");
    return new LinkRewriting(item.text("host"), item.text("parameter"));
  }

  private HostedMail hostedMail(KnowledgeFile file) {
    Section section =
        Section.of(
            file,
            problems,
            "tenant-domains",
            "list-hosts",
            "forwarding-marks",
            "recipient-properties");
    return new HostedMail(
        Set.copyOf(section.texts("tenant-domains")),
        Set.copyOf(section.texts("list-hosts")),
        section.texts("forwarding-marks"),
        section.texts("recipient-properties"));
  }

  private void numbering(KnowledgeFile file) {
    if (!numberings.isEmpty()) {
      problems.error(file.path(), Position.TOP, "there is a second file of this kind", "join them");
    }
    numberings.add(NumberingBinding.bind(file, problems));
  }

  private List<Section> list(KnowledgeFile file, String key) {
    return Section.of(file, problems, key).someItems(key);
  }

  private LureVocabulary vocabulary(KnowledgeFile file) {
    Section section =
        Section.of(file, problems, "language", "name", "regions", "markers", "concepts");
    return new LureVocabulary(
        language(section, file.path()),
        section.text("name"),
        section.someTexts("regions"),
        section.someTexts("markers"),
        concepts(section));
  }

  private String language(Section section, String path) {
    String language = section.text("language");
    String named = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    if (!language.isEmpty() && !language.equals(named)) {
      String what = "the language is \"" + language + "\" and the file is called \"" + named + "\"";
      section.member("language").error(what, "give both the same tag");
    }
    return language;
  }

  private static Map<Concept, List<String>> concepts(Section section) {
    Map<Concept, List<String>> phrases = new EnumMap<>(Concept.class);
    section
        .members("concepts")
        .forEach((key, list) -> concept(key, list).ifPresent(c -> phrases.put(c, phrases(list))));
    return phrases;
  }

  private static Optional<Concept> concept(String key, Section section) {
    Optional<Concept> concept = Concept.of(key);
    if (concept.isEmpty()) {
      section.error("unknown concept \"" + key + "\"", Wording.allowed(key, Concept.keys()));
    }
    return concept;
  }

  private static List<String> phrases(Section list) {
    return list.items().stream().flatMap(item -> expand(item).stream()).distinct().toList();
  }

  /** The phrases {@code item} stands for; none, and a problem, where it is malformed. */
  static List<String> expand(Section item) {
    String pattern = item.text();
    if (pattern.isBlank()) {
      return List.of();
    }
    try {
      return PhrasePattern.expand(pattern);
    } catch (IllegalArgumentException malformed) {
      item.error("the phrase \"" + pattern + "\": " + malformed.getMessage(), "");
      return List.of();
    }
  }

  private Brand brand(Section item) {
    item.with("id", "name", "names", "domains", "ambiguous");
    return new Brand(
        id(FileKind.BRANDS, item, "id"),
        item.text("name"),
        item.someTexts("names"),
        item.texts("domains"),
        item.texts("ambiguous"));
  }

  private HallmarkText hallmark(Section item) {
    item.with("id", "title", "explanation", "attack", "prior");
    return new HallmarkText(
        id(FileKind.HALLMARKS, item, "id"),
        item.text("title"),
        item.text("explanation"),
        item.texts("attack"),
        item.number("prior").doubleValue());
  }

  private CurrencySigns currency(Section item) {
    item.with("code", "decimals", "signs");
    return new CurrencySigns(
        item.text("code"), item.number("decimals").intValue(), item.someTexts("signs"));
  }

  private String id(FileKind kind, Section item, String key) {
    String id = item.text(key);
    if (!id.isEmpty() && !ids.computeIfAbsent(kind, none -> new HashSet<>()).add(id)) {
      item.member(key).error("the id \"" + id + "\" is taken", "choose another, or join the two");
    }
    return id;
  }
}
