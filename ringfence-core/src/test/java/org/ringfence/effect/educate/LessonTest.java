package org.ringfence.effect.educate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringfence.effect.educate.Lesson.Option;
import org.ringfence.knowledge.CallText;
import org.ringfence.knowledge.GuidanceTexts;

class LessonTest {
  @Test
  void everyLanguage_hasEightScreensWithOneRightAnswer() {
    for (String language : ShippedGuidance.GUIDANCE.languages().keySet()) {
      Lesson lesson = Lesson.of(ShippedGuidance.GUIDANCE, language);

      assertThat(lesson.screens()).as(language).hasSize(8);
      assertThat(lesson.screens())
          .allSatisfy(
              screen -> {
                assertThat(screen.options()).filteredOn(Option::right).hasSize(1);
                assertThat(screen.shows()).doesNotContain("{");
              });
    }
  }

  @Test
  void deskThatIsNotConfigured_isFoundWithoutTheMail() {
    GuidanceTexts english = ShippedGuidance.GUIDANCE.in("en");

    assertThat(DeskContact.unknown().lines(english))
        .containsExactly(english.text(CallText.CONTACT_UNKNOWN));
  }

  @Test
  void deskThatIsConfigured_isShown() {
    GuidanceTexts german = ShippedGuidance.GUIDANCE.in("de");
    DeskContact desk =
        new DeskContact(Optional.of("+49 30 5550 110"), Optional.empty(), Optional.of("8–18"));

    assertThat(desk.lines(german))
        .containsExactly(
            german.fill(CallText.CONTACT_PHONE, Map.of("phone", "+49 30 5550 110")),
            german.fill(CallText.CONTACT_HOURS, Map.of("hours", "8–18")));
  }
}
