package org.ringfence.knowledge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is allowed in knowledge and hardly ever meant: warnings, never errors.
 *
 * <p>A file that cannot be read is passed over; {@link Catalog#read} says why.
 */
public final class KnowledgeLints {
  private static final int SHORTEST = 3;

  /** Phrases of fewer words stand in honest mail too. */
  private static final int TELLING = 3;

  private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

  private final KnowledgeSource source;
  private final List<String> paths;
  private final Problems problems = new Problems();
  private final Set<String> brandIds = new HashSet<>();
  private final Map<String, Section> brandNames = new HashMap<>();
  private final NumberingLints numbering = new NumberingLints();
  private final List<Section> languages = new ArrayList<>();
  private final Set<String> lurePhrases = new HashSet<>();

  private KnowledgeLints(KnowledgeSource source) {
    this.source = source;
    this.paths = source.list().stream().sorted().toList();
  }

  /** The warnings for all files of {@code source}, by file and line. */
  public static List<KnowledgeProblem> check(KnowledgeSource source) {
    return new KnowledgeLints(source).check();
  }

  /** The warnings of files that stand where nobody looks for them. */
  public static List<KnowledgeProblem> unreadFiles(KnowledgeSource source) {
    Problems problems = new Problems();
    UnreadFiles.check(source.list(), problems);
    return problems.warnings();
  }

  private List<KnowledgeProblem> check() {
    UnreadFiles.check(paths, problems);
    paths.forEach(path -> FileKind.of(path).ifPresent(kind -> check(path, kind)));
    languages.forEach(numbering::spoken);
    languages.forEach(this::spokenTo);
    return problems.warnings();
  }

  private void check(String path, FileKind kind) {
    YamlReader.read(path, source.read(path), problems)
        .map(file -> Section.unchecked(file, problems))
        .ifPresent(file -> check(path, kind, file));
  }

  private void check(String path, FileKind kind, Section file) {
    switch (kind) {
      case LURES -> vocabulary(file);
      case BRANDS -> file.items("brands").forEach(this::brand);
      case NUMBERING -> numbering.check(file);
      case PLATFORM -> PlatformLints.check(file, path, paths, lurePhrases);
      case DIRECTORY -> file.items("directory").forEach(this::listed);
      case HALLMARKS,
          CURRENCIES,
          MAILBOX_PROVIDERS,
          HOSTED_MAIL,
          LINK_REWRITING,
          DIALOGUE,
          LESSON,
          AUTHORITIES,
          GUIDANCE,
          NOTICES -> {}
    }
  }

  private void vocabulary(Section file) {
    canonicalTag(file);
    languages.add(file.member("language"));
    file.items("regions").forEach(KnowledgeLints::knownRegion);
    Map<String, Occurrence> phrases = new HashMap<>();
    Map<String, Section> concepts = file.members("concepts");
    concepts.forEach((key, list) -> concept(key, list, phrases));
    phrases.forEach((phrase, first) -> lurePhrase(phrase, first.concept()));
    file.items("markers").forEach(marker -> notPhrase(marker, phrases));
    everyConcept(file, concepts.keySet());
  }

  /** Knowledge without any guidance is for judging alone. */
  private void spokenTo(Section language) {
    boolean guides =
        paths.stream()
            .flatMap(path -> FileKind.of(path).stream())
            .anyMatch(FileKind.GUIDANCE::equals);
    String wanted = "guidance/" + language.text() + ".yaml";
    if (guides && !paths.contains(wanted)) {
      language.warning(
          "there is no " + wanted, "whoever gets a lure in this language is helped in English");
    }
  }

  /** Remembers what asks for a call in so many words that no platform writes them by itself. */
  private void lurePhrase(String phrase, String concept) {
    boolean asks =
        concept.equals(Concept.CALL_TO_ACTION.key()) || concept.equals(Concept.SUPPORT_LINE.key());
    boolean telling = phrase.split(" ", -1).length >= TELLING;
    if (asks && telling && !phrase.endsWith("*")) {
      lurePhrases.add(phrase.toLowerCase(Locale.ROOT));
    }
  }

  /** Where a phrase was met first. */
  private record Occurrence(String concept, Section item) {
    int line() {
      return item.position().line();
    }
  }

  private static void canonicalTag(Section file) {
    String tag = file.text("language");
    String canonical = Locale.forLanguageTag(tag).toLanguageTag();
    if (!tag.equals(canonical)) {
      file.member("language")
          .warning("the language tag \"" + tag + "\"", "its usual form is \"" + canonical + "\"");
    }
  }

  private static void knownRegion(Section region) {
    String code = region.text();
    if (!REGIONS.contains(code)) {
      region.warning("there is no region \"" + code + "\"", "see ISO 3166-1 for the codes");
    }
  }

  private static void concept(String key, Section list, Map<String, Occurrence> phrases) {
    for (Section item : list.items()) {
      int repeated = 0;
      int line = 0;
      List<String> expanded = CatalogReader.expand(item);
      for (String phrase : expanded) {
        shortPhrase(item, phrase);
        Occurrence first = phrases.putIfAbsent(phrase, new Occurrence(key, item));
        if (first != null && first.concept().equals(key)) {
          repeated++;
          line = first.line();
        } else if (first != null) {
          String what = "the phrase \"" + phrase + "\" is in \"" + first.concept() + "\" too";
          item.warning(what, "see line " + first.line() + ", and keep the one that says more");
        }
      }
      if (repeated > 0 && repeated == expanded.size()) {
        item.warning("this adds no phrase", "see line " + line + ", and take this one out");
      }
    }
  }

  private static void shortPhrase(Section item, String phrase) {
    long letters = phrase.chars().filter(Character::isLetterOrDigit).count();
    if (letters < SHORTEST && phrase.chars().noneMatch(Character::isIdeographic)) {
      item.warning("the phrase \"" + phrase + "\" is very short", "it will be found everywhere");
    }
  }

  private static void notPhrase(Section marker, Map<String, Occurrence> phrases) {
    Occurrence phrase = phrases.get(marker.text());
    if (phrase != null) {
      marker.warning(
          "the marker \"" + marker.text() + "\" is a phrase of \"" + phrase.concept() + "\" too",
          "phrases tell the language as well, so take it out");
    }
  }

  private static void everyConcept(Section file, Set<String> present) {
    Set<String> missing = new TreeSet<>();
    EnumSet.allOf(Concept.class).forEach(concept -> missing.add(concept.key()));
    missing.removeAll(present);
    if (!missing.isEmpty()) {
      String what = "there are no phrases for " + String.join(", ", missing);
      file.member("concepts").warning(what, "lures in this language will look weaker there");
    }
  }

  private void listed(Section entry) {
    Section brand = entry.member("brand");
    if (!brandIds.contains(brand.text())) {
      brand.warning("no brand has the id \"" + brand.text() + "\"", "see the ids in brands/");
    }
  }

  private void brand(Section brand) {
    brandIds.add(brand.text("id"));
    if (brand.texts("domains").isEmpty()) {
      String what = "the brand \"" + brand.text("id") + "\" has no domain";
      brand.warning(what, "without one its own mail looks like a lure");
    }
    for (Section name : brand.items("names")) {
      Section first = brandNames.putIfAbsent(name.text().toLowerCase(Locale.ROOT), name);
      if (first != null) {
        String what = "the name \"" + name.text() + "\" is taken";
        name.warning(what, "it also stands in line " + first.position().line());
      }
    }
  }
}
