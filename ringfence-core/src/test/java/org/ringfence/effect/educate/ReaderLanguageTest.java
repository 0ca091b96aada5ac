package org.ringfence.effect.educate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ReaderLanguageTest {
  private static final Set<String> WRITTEN = Set.of("en", "de", "pt");

  private final ReaderLanguage german = new ReaderLanguage(WRITTEN, "de");

  @Test
  void languageOfTheMail_goesBeforeTheSites() {
    assertThat(german.choose("pt")).isEqualTo("pt");
  }

  @Test
  void unknownLanguageOfTheMail_leavesTheSites() {
    assertThat(german.choose("")).isEqualTo("de");
  }

  @Test
  void languageWithoutTexts_leavesTheSites() {
    assertThat(german.choose("sv")).isEqualTo("de");
  }

  @Test
  void siteWithoutALanguage_speaksEnglish() {
    assertThat(new ReaderLanguage(WRITTEN, "").choose("")).isEqualTo("en");
    assertThat(new ReaderLanguage(WRITTEN, "sv").choose("ja")).isEqualTo("en");
  }

  @Test
  void region_isSpokenToInItsLanguage() {
    assertThat(german.choose("pt-BR")).isEqualTo("pt");
    assertThat(german.choose("PT")).isEqualTo("pt");
  }

  @Test
  void nonsense_isNoLanguage() {
    assertThat(german.choose("\r\n<script>")).isEqualTo("de");
  }

  @Test
  void textsWithoutEnglish_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReaderLanguage(Set.of("de"), "de"))
        .withMessageContaining("English");
  }
}
