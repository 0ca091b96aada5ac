package org.ringfence.assessment.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringfence.mail.Evidence;

/** Every example of every profile, and the cases that try to make typed words scaffold. */
class PlatformReaderTest {
  private static final Path CASES =
      Path.of(
          System.getProperty("ringfence.root"), "ringfence-core/src/test/resources/cases/platform");

  private static final PlatformReader READER = new PlatformReader(Profiles.all());

  static Stream<Fixture> notifications() {
    return fixtures().filter(fixture -> fixture.expected().startsWith("kind="));
  }

  static Stream<Fixture> lookAlikes() {
    return fixtures().filter(fixture -> fixture.expected().equals("look-alike"));
  }

  static Stream<Fixture> others() {
    return fixtures().filter(fixture -> fixture.expected().equals("unrecognised"));
  }

  private static Stream<Fixture> fixtures() {
    return Stream.of(Profiles.FOLDER, CASES)
        .flatMap(folder -> Profiles.files(folder, ".eml"))
        .map(Fixture::read);
  }

  @ParameterizedTest
  @MethodSource("notifications")
  void notification_isRecognisedWithItsSlots(Fixture fixture) {
    Recognition.Notification read = notification(fixture);

    SoftAssertions softly = new SoftAssertions();
    softly.assertThat(read.platform()).isEqualTo(fixture.platform());
    softly.assertThat(read.kind()).isEqualTo(fixture.kind());
    softly
        .assertThat(read.slots().stream().map(Slot::name).distinct())
        .containsExactlyElementsOf(fixture.slotNames());
    softly.assertThat(read.slots().stream().map(Fixture::oneLine)).containsAll(fixture.slots());
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("notifications")
  void typedWords_areNeverScaffold(Fixture fixture) {
    Recognition.Notification read = notification(fixture);

    for (String lure : fixture.lures()) {
      assertThat(fixture.places(lure))
          .as(lure)
          .isNotEmpty()
          .allSatisfy(place -> assertThat(lieInSlots(place, read)).isTrue());
    }
  }

  @ParameterizedTest
  @MethodSource("notifications")
  void linksOfThePlatform_standInScaffold(Fixture fixture) {
    assertThat(notification(fixture).links())
        .noneMatch(link -> link.target().contains("#own"))
        .allSatisfy(link -> assertThat(link.text().length()).isPositive());
  }

  @ParameterizedTest
  @MethodSource("lookAlikes")
  void wordsUnderAnotherIdentity_areALookAlike(Fixture fixture) {
    assertThat(READER.read(fixture.message()))
        .isInstanceOfSatisfying(
            Recognition.LookAlike.class,
            read -> assertThat(read.platform()).isEqualTo(fixture.platform()));
  }

  @ParameterizedTest
  @MethodSource("others")
  void otherMail_isUnrecognised(Fixture fixture) {
    assertThat(READER.read(fixture.message())).isInstanceOf(Recognition.Unrecognised.class);
  }

  private static Recognition.Notification notification(Fixture fixture) {
    return (Recognition.Notification) READER.read(fixture.message());
  }

  private static boolean lieInSlots(Evidence place, Recognition.Notification read) {
    return read.slots().stream()
        .anyMatch(
            slot ->
                slot.evidence().surface().equals(place.surface())
                    && slot.evidence().span().contains(place.span()));
  }
}
