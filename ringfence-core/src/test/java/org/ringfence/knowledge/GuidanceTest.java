package org.ringfence.knowledge;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ringfence.mail.Octets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class GuidanceTest {
  private static final KnowledgeFolders SHIPPED = new KnowledgeFolders(KnowledgeFolders.shipped());
  private static final Catalog CATALOG = Catalog.read(SHIPPED, Checking.BINDING);
  private static final ObjectMapper YAML = new YAMLMapper();

  @Test
  void shippedGuidance_speaksEveryLanguageOfTheLures() {
    Guidance guidance = Guidance.read(SHIPPED, CATALOG, Checking.FULL);

    assertThat(guidance.languages().keySet())
        .containsExactlyInAnyOrderElementsOf(
            CATALOG.vocabularies().stream().map(LureVocabulary::language).toList());
  }

  @Test
  void shippedGuidance_isReadTheSameWithAndWithoutSchemas() {
    assertThat(Guidance.read(SHIPPED, CATALOG, Checking.BINDING))
        .isEqualTo(Guidance.read(SHIPPED, CATALOG, Checking.FULL));
  }

  /** A case is one change to the shipped files, and exactly the messages that must follow. */
  @TestFactory
  Stream<DynamicTest> wrongGuidance_isRefusedInTheseWords() throws IOException {
    return cases()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      JsonNode wrong = YAML.readTree(file.toFile());
                      Changed changed = new Changed(wrong);
                      assertThat(said(changed, Checking.BINDING))
                          .isEqualTo(expected(changed, wrong));
                    }));
  }

  /** Where both speak of the same thing, the schema may be first and say it in other words. */
  @TestFactory
  Stream<DynamicTest> wrongGuidance_isRefusedByTheFullCheck() throws IOException {
    return cases()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      Changed changed = new Changed(YAML.readTree(file.toFile()));
                      assertThat(said(changed, Checking.FULL)).contains(changed.file);
                    }));
  }

  @Test
  void placesThatTheCodeFills_areFilledOnceAndNotInWhatIsFilledIn() {
    GuidanceTexts english = Guidance.read(SHIPPED, CATALOG, Checking.BINDING).in("en");

    assertThat(english.fill(ReplyText.ABOUT, Map.of("subject", "{link} $1 \\")))
        .endsWith("{link} $1 \\");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> english.text(ReplyText.ABOUT))
        .withMessageContaining("{subject}");
  }

  private static Stream<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(KnowledgeFolders.cases("guidance"))) {
      return files.sorted().toList().stream();
    }
  }

  private static String said(KnowledgeSource source, Checking checking) {
    try {
      Guidance.read(source, CATALOG, checking);
      return "";
    } catch (KnowledgeException refused) {
      return refused.problems().stream().map(problem -> problem + "\n").collect(joining());
    }
  }

  /** The expected words, with the line of {@code at} in the changed file before them. */
  private static String expected(Changed changed, JsonNode wrong) {
    return wrong
        .get("expected")
        .valueStream()
        .map(one -> changed.line(one.get("at").asString()) + one.get("says").asString() + "\n")
        .collect(joining());
  }

  /** The shipped files with one change to one of them. */
  private static final class Changed implements KnowledgeSource {
    private final String file;
    private final String text;

    Changed(JsonNode wrong) {
      this.file = wrong.get("file").asString();
      String before = SHIPPED.read(file).decode(StandardCharsets.UTF_8);
      String replaced = wrong.get("replace").asString();
      assertThat(before.split(Pattern.quote(replaced), -1)).as(replaced).hasSize(2);
      this.text = before.replace(replaced, wrong.get("with").asString());
    }

    String line(String fragment) {
      int found = text.indexOf(fragment);
      assertThat(found).as(fragment).isNotNegative();
      String above = text.substring(0, found);
      int column = found - above.lastIndexOf('\n');
      return file
          + ":"
          + (above.lines().count() + (above.endsWith("\n") ? 1 : 0))
          + ":"
          + column
          + ": ";
    }

    @Override
    public List<String> list() {
      return SHIPPED.list();
    }

    @Override
    public Octets read(String path) {
      return path.equals(file)
          ? Octets.of(text.getBytes(StandardCharsets.UTF_8))
          : SHIPPED.read(path);
    }
  }
}
