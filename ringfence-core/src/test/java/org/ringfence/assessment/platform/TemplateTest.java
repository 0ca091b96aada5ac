package org.ringfence.assessment.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  private static Optional<List<String>> match(String template, String line) {
    String text = Line.words(line).strip();
    return TemplateSyntax.read(template)
        .match(text, 0)
        .map(
            fillings ->
                fillings.stream()
                    .map(f -> f.placeholder().name() + "=" + text.substring(f.from(), f.to()))
                    .toList());
  }

  @Test
  void slotBetweenWords_reachesToTheLastOfThem() {
    assertThat(match("Alert '{slot name}' was fired", "Alert 'a' was fired' was fired"))
        .contains(List.of("name=a' was fired"));
  }

  @Test
  void twoSlots_meetAtTheLastWordsBetweenThem() {
    assertThat(match("{slot a} on {slot b} at {t:time}", "x on y on z at 1 at 9:14"))
        .contains(List.of("a=x on y", "b=z at 1", "t=9:14"));
  }

  @Test
  void valueBetweenSlots_mustFitItsType() {
    String template = "{slot who} was {how:given|refused} the {slot role} role";
    assertThat(match(template, "Ann was given the Reader role"))
        .contains(List.of("who=ann", "how=given", "role=reader"));
    assertThat(match(template, "Ann was paid the Reader role")).isEmpty();
  }

  @Test
  void templateWithoutSlot_mustFillTheLine() {
    assertThat(match("Threshold: {n:number}", "Threshold: 85 %")).contains(List.of("n=85 %"));
    assertThat(match("Privacy Statement", "Privacy Statement, call us")).isEmpty();
  }

  @Test
  void caseSpaceAndApostrophes_doNotCount() {
    assertThat(match("You're in {slot group} now", "YOU\u2019RE\u00a0 in\u2028 x NOW"))
        .contains(List.of("group=x"));
  }

  @Test
  void severalValuesInFront_areReadInOrder() {
    assertThat(match("{c:Fired|Resolved}:Sev{s:number} {slot r}", "fired:sev3 x y"))
        .contains(List.of("c=fired", "s=3", "r=x y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "number|+1 (808) 555-0142",
        "number|18085550142",
        "word|call-18085550142",
        "word|two words",
        "phrase|Call 1 808 555 0142",
        "time|call me",
        "time|<script> 9:14",
        "guid|7c1f0a52-3e0b-4c0e-9f6d-2b8f5d1e4a9",
        "guid|7c1f0a523-e0b-4c0e-9f6d-2b8f5d1e4a90",
        "guid|call us at +1 808 555 0142 tomorrow!"
      })
  void whatCouldBeCalled_fitsNoType(String typeAndValue) {
    String[] parts = typeAndValue.split("\\|", 2);
    assertThat(match("{x:" + parts[0] + "}", parts[1])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "number|-91.4",
        "number|$4,500.00",
        "word|microsoft.compute/virtualmachines",
        "phrase|Log Alerts V2",
        "time|3/27/2022 3:19:40 AM",
        "time|June 25, 2021 2:43 UTC",
        "guid|7C1F0A52-3e0b-4c0e-9f6d-2b8f5d1e4a90"
      })
  void valuesAsPlatformsWriteThem_fitTheirType(String typeAndValue) {
    String[] parts = typeAndValue.split("\\|", 2);
    assertThat(match("{x:" + parts[0] + "}", parts[1])).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Alert {slot name",
        "{slot a}{slot b}",
        "{slot a}{n:number}",
        "{slot Name} x",
        "{slot }",
        "{severity}",
        "{severity:digits}",
        "{:number}",
        "{state:on|}",
        "Alert name} was fired"
      })
  void whatIsNoTemplate_isRefusedWithASentence(String written) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TemplateSyntax.read(written))
        .withMessageStartingWith("the template \"" + written + "\" cannot be read: ");
  }

  @Test
  void hostileLine_takesLinearTime() {
    String line = " ( on at".repeat(60_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> match("A {slot a} on {slot b} ( {t:word} ) at {w:time}", "A" + line));
  }
}
