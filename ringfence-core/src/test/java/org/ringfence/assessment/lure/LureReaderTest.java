package org.ringfence.assessment.lure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ringfence.arrival.fold.Folding;
import org.ringfence.knowledge.Catalog;
import org.ringfence.knowledge.Checking;
import org.ringfence.knowledge.KnowledgeFolders;
import org.ringfence.mail.Addressing;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Message;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

class LureReaderTest {
  private static final Folding FOLDING = new Folding();
  private static final LureReader READER = reader();

  /** A text, and all that must be found in it: "what: the words it stands on". */
  record Case(
      String note,
      String text,
      @Nullable String language,
      @Nullable List<String> hits,
      @Nullable List<String> amounts,
      @Nullable List<String> brands) {}

  @TestFactory
  Stream<DynamicTest> cases_areReadExactly() throws IOException {
    try (Stream<Path> files = Files.list(KnowledgeFolders.cases("lure"))) {
      return files.sorted().toList().stream().flatMap(LureReaderTest::tests);
    }
  }

  @Test
  void messageLanguage_isThatOfMostText() {
    String english = "This is the bill for your account and you have to pay it with the card. ";
    String spanish = "El cargo que se hizo por la compra con su tarjeta no se puede ver. ";

    Lures lures =
        read(
            surface(SurfaceKind.SUBJECT, english),
            surface(SurfaceKind.PLAIN_TEXT, spanish.repeat(2)),
            surface(SurfaceKind.HIDDEN_HTML, english.repeat(9)));

    assertThat(lures.language()).as("hidden text has no say").isEqualTo("es");
    assertThat(lures.surfaces())
        .extracting(SurfaceLures::language)
        .containsExactly("en", "es", "en");
  }

  @Test
  void floodOfPhrases_isCutAtTheLimit() {
    String flood = "call now refund lakeside bank $5 ".repeat(20_000);

    SurfaceLures lures = READER.read(FOLDING.fold(surface(SurfaceKind.PLAIN_TEXT, flood)));

    assertThat(lures.hits()).hasSize(SurfaceScan.MOST);
    assertThat(lures.brands()).hasSizeLessThanOrEqualTo(SurfaceScan.MOST);
    assertThat(lures.amounts()).hasSize(AmountReader.MOST);
  }

  @Test
  void endlessWordOrNumber_isReadInLinearTime() {
    String hostile = "refund" + "x".repeat(500_000) + " $" + "1,234".repeat(100_000);

    SurfaceLures lures = READER.read(FOLDING.fold(surface(SurfaceKind.PLAIN_TEXT, hostile)));

    assertThat(lures.hits()).hasSize(1);
    assertThat(lures.amounts()).isEmpty();
  }

  @Test
  void emptySurface_saysNothing() {
    SurfaceLures lures = READER.read(FOLDING.fold(surface(SurfaceKind.SUBJECT, "")));

    assertThat(lures.language()).isEmpty();
    assertThat(lures.hits()).isEmpty();
  }

  private static Stream<DynamicTest> tests(Path file) {
    List<Case> cases = new YAMLMapper().readValue(file.toFile(), new TypeReference<>() {});
    return cases.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    file.getFileName() + ": " + one.note(), () -> isReadExactly(one)));
  }

  private static void isReadExactly(Case expected) {
    SurfaceLures lures =
        READER.read(FOLDING.fold(surface(SurfaceKind.PLAIN_TEXT, expected.text())));

    Map<String, List<String>> found =
        Map.of(
            "hits",
            lures.hits().stream()
                .map(hit -> hit.concept().key() + quote(lures, hit.start(), hit.end()))
                .toList(),
            "amounts",
            lures.amounts().stream()
                .map(
                    sum ->
                        sum.value() + " " + sum.currency() + quote(lures, sum.start(), sum.end()))
                .toList(),
            "brands",
            lures.brands().stream()
                .map(brand -> brand.brand() + quote(lures, brand.start(), brand.end()))
                .toList());
    assertThat(found)
        .isEqualTo(
            Map.of(
                "hits", orNone(expected.hits()),
                "amounts", orNone(expected.amounts()),
                "brands", orNone(expected.brands())));
    Optional.ofNullable(expected.language())
        .ifPresent(language -> assertThat(lures.language()).isEqualTo(language));
  }

  private static List<String> orNone(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }

  private static String quote(SurfaceLures lures, int start, int end) {
    return ": " + lures.surface().evidence(start, end).quote();
  }

  private static Lures read(Surface... surfaces) {
    Addressing nobody = new Addressing(List.of(), List.of(), List.of(), List.of(), List.of());
    HeaderSection header = new HeaderSection(List.of());
    return READER.read(FOLDING.fold(new Message(header, nobody, List.of(surfaces), List.of())));
  }

  private static Surface surface(SurfaceKind kind, String text) {
    return new Surface(kind, Place.part("1"), text);
  }

  private static LureReader reader() {
    KnowledgeFolders folders =
        new KnowledgeFolders(
            KnowledgeFolders.cases("knowledge-base"), KnowledgeFolders.cases("lure-knowledge"));
    folders.add("currencies.yaml", KnowledgeFolders.shipped().resolve("currencies.yaml"));
    Catalog words = Catalog.read(folders, Checking.BINDING);
    return new LureReader(words.vocabularies(), words.brands(), words.currencies(), FOLDING);
  }
}
