package org.ringfence.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NoticesTest {
  private static final String GERMAN = "notices/de.yaml";

  private final KnowledgeFolders shipped = new KnowledgeFolders(KnowledgeFolders.shipped());
  private final Catalog catalog = Catalog.read(shipped, Checking.BINDING);

  @TempDir private Path folder;

  private void german(String from, String to) throws IOException {
    String written = Files.readString(KnowledgeFolders.shipped().resolve(GERMAN));
    assertThat(written).contains(from);
    Path changed = folder.resolve("de.yaml");
    Files.writeString(changed, written.replace(from, to));
    shipped.add(GERMAN, changed);
  }

  private void assertRefused(String what) {
    assertThatThrownBy(() -> Notices.read(shipped, catalog, Checking.FULL))
        .isInstanceOf(KnowledgeException.class)
        .hasMessageContaining(what);
  }

  @Test
  void shippedTexts_areThereForEveryLanguageOfLures() {
    Notices notices = Notices.read(shipped, catalog, Checking.FULL);

    assertThat(notices.tags())
        .contains("en", "sv")
        .containsAll(catalog.vocabularies().stream().map(LureVocabulary::language).toList());
    assertThat(notices.say("de", NoticeText.REMARK_NOT_OF, Map.of("brand", "{platform} <b>")))
        .isEqualTo("keine Nummer, die {platform} <b> veröffentlicht");
  }

  @Test
  void languageOfLuresWithoutTexts_isNamed() {
    shipped.remove(GERMAN);
    assertRefused("notices/de.yaml:1:1");
  }

  @Test
  void missingText_isNamedWithItsFileAndLine() throws IOException {
    german("heading:", "headin:");
    assertRefused("notices/de.yaml:4:1");
  }

  @Test
  void placeThatTheCodeDoesNotFill_isNamedWithItsLine() throws IOException {
    german("{brand}", "{firm}");
    assertRefused("notices/de.yaml:13:1: the places to fill are [firm]");
  }

  @Test
  void fileCalledLikeAnotherLanguage_isNamed() throws IOException {
    german("language: de", "language: fr");
    assertRefused("give both the same tag");
  }
}
