package org.ringfence.assessment.number;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ringfence.arrival.fold.FoldedMessage;
import org.ringfence.arrival.fold.FoldedSurface;
import org.ringfence.arrival.fold.Folding;
import org.ringfence.assessment.lure.ConceptHit;
import org.ringfence.assessment.lure.Lures;
import org.ringfence.assessment.lure.SurfaceLures;
import org.ringfence.knowledge.Concept;
import org.ringfence.knowledge.Numbering;
import org.ringfence.mail.Addressing;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Message;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The number cases, the numbering knowledge, and messages made of single surfaces. */
final class NumberCases {
  static final Path ROOT = Path.of(System.getProperty("ringfence.root"));

  private static final YAMLMapper YAML =
      YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();
  private static final Path RESOURCES = ROOT.resolve("ringfence-core/src/test/resources/cases");

  private final Folding folding = new Folding();
  private final Map<String, List<String>> phrases;

  /** One case file. */
  record NumberCase(
      String text,
      String language,
      SurfaceKind kind,
      List<String> siteRegions,
      List<ExpectedNumber> expected) {
    NumberCase {
      kind = kind == null ? SurfaceKind.PLAIN_TEXT : kind;
      siteRegions = siteRegions == null ? List.of() : siteRegions;
    }
  }

  /** A number that a case shows. */
  record ExpectedNumber(String e164, String raw, Set<String> disguises, boolean callToAction) {
    static ExpectedNumber of(CallbackNumber number) {
      Set<String> disguises = Set.copyOf(number.disguises().stream().map(Enum::name).toList());
      return new ExpectedNumber(
          number.e164(), number.evidence().quote(), disguises, number.callToAction());
    }
  }

  @SuppressWarnings("unchecked")
  NumberCases() {
    phrases = YAML.readValue(RESOURCES.resolve("number-phrases.yaml").toFile(), Map.class);
  }

  static Numbering numbering() {
    return YAML.readValue(
        ROOT.resolve("knowledge/numbering/numbering.yaml").toFile(), Numbering.class);
  }

  static NumberCase read(Path file) {
    return YAML.readValue(file.toFile(), NumberCase.class);
  }

  static Stream<Path> files() {
    try (Stream<Path> files = Files.list(RESOURCES.resolve("number"))) {
      return files.sorted(Comparator.naturalOrder()).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the numbers of {@code surfaces}, the phrases taken for hits. */
  List<CallbackNumber> read(NumberReader reader, String language, Surface... surfaces) {
    FoldedMessage folded = fold(surfaces);
    return reader.read(folded, lures(folded, language));
  }

  FoldedMessage fold(Surface... surfaces) {
    return folding.fold(
        new Message(
            new HeaderSection(List.of()),
            new Addressing(List.of(), List.of(), List.of(), List.of(), List.of()),
            Arrays.asList(surfaces),
            List.of()));
  }

  static Surface surface(SurfaceKind kind, String text) {
    return new Surface(kind, Place.part("1"), text);
  }

  Lures lures(FoldedMessage folded, String language) {
    return new Lures(
        language,
        folded.surfaces().stream()
            .map(s -> new SurfaceLures(s, language, hits(s), List.of(), List.of()))
            .toList());
  }

  private List<ConceptHit> hits(FoldedSurface surface) {
    List<ConceptHit> hits = new ArrayList<>();
    for (Concept concept : Concept.values()) {
      for (String phrase : phrases.getOrDefault(concept.key(), List.of())) {
        String text = surface.text();
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
          hits.add(new ConceptHit(concept, "en", at, at + phrase.length()));
        }
      }
    }
    hits.sort(Comparator.comparingInt(ConceptHit::start));
    return hits;
  }
}
