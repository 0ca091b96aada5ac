package org.ringfence.effect.educate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringfence.knowledge.GuidanceText;
import org.ringfence.knowledge.GuidanceTexts;
import org.ringfence.knowledge.PageText;

/** Whether the texts are as their readers need them: short, plain, without blame. */
class GuidanceStyleTest {
  private static final int SHORT = 15;

  /** Words that blame, or that only technicians know, by language. */
  private static final Map<String, Pattern> NOT_SAID =
      Map.of(
          "en",
              words(
                  "victim|your fault|your"
                      + " mistake|careless|stupid|gullible|phishing|spam|tenant|header|malware|fell"
                      + " for|should have"),
          "de",
              words(
                  "opfer|schuld|fehler"
                      + " gemacht|leichtsinnig|dumm|phishing|spam|malware|header|hereingefallen|hätten"
                      + " sie"),
          "fr",
              words(
                  "victime|faute de frappe de|imprudent|naïf|bête|phishing|hameçonnage|spam|auriez"
                      + " dû"),
          "es", words("víctima|imprudente|ingenuo|tonto|phishing|spam|debería haber"),
          "it", words("vittima|imprudente|ingenuo|sciocco|phishing|spam|avrebbe dovuto"),
          "nl", words("slachtoffer|dom|naïef|phishing|spam|had u moeten"),
          "pt", words("vítima|ingênuo|bobo|phishing|spam|deveria ter"),
          "ja", Pattern.compile("被害者|不注意|だまされた|フィッシング|スパム"));

  static Stream<String> languages() {
    return ShippedGuidance.GUIDANCE.languages().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void quotes_areThoseOfTheLanguage(String language) {
    assertThat(all(language)).noneMatch(text -> text.matches("(?s).*[\"'`].*"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noWord_blamesOrIsForTechniciansAlone(String language) {
    Pattern notSaid = Objects.requireNonNull(NOT_SAID.get(language), language);

    assertThat(forPeople(language).stream().filter(text -> says(text, notSaid))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void texts_areNeitherSpacedNorCutByAccident(String language) {
    assertThat(all(language))
        .allSatisfy(
            text -> {
              assertThat(text).isEqualTo(text.strip());
              assertThat(text).doesNotContain("  ");
            });
  }

  /** Japanese is not written in words with spaces: sentences of at most 45 characters there. */
  @ParameterizedTest
  @MethodSource("languages")
  void sentences_areShort(String language) {
    List<String> sentences =
        forPeople(language).stream()
            .flatMap(text -> ReadingLevel.sentences(text, language).stream())
            .toList();
    List<String> tooLong = sentences.stream().filter(one -> isLong(one, language)).toList();

    assertThat(tooLong).as("of %s", sentences.size()).hasSizeLessThan(sentences.size() / 50 + 1);
  }

  /** Measured, and held: a text that becomes harder to read fails here. */
  @Test
  void readingLevel_isThatOfAnEasyText() {
    ReadingLevel english = level("en");
    ReadingLevel german = level("de");

    show("en", english, "Flesch %.0f".formatted(english.flesch()));
    show("de", german, "Amstad %.0f".formatted(german.amstad()));
    Stream.of("es", "fr", "it", "nl", "pt")
        .forEach(language -> show(language, level(language), ""));
    assertThat(english.flesch()).isGreaterThan(88);
    assertThat(english.lix()).isLessThan(22);
    assertThat(german.amstad()).isGreaterThan(75);
    assertThat(german.lix()).isLessThan(27);
  }

  @Test
  void syllables_areCountedAsSpoken() {
    assertThat(ReadingLevel.syllables("message", "en")).isEqualTo(2);
    assertThat(ReadingLevel.syllables("people", "en")).isEqualTo(2);
    assertThat(ReadingLevel.syllables("sicherheitsteam", "de")).isEqualTo(5);
    assertThat(ReadingLevel.syllables("rechnung", "de")).isEqualTo(2);
  }

  /** Of whole sentences: labels and headlines would make every text look easy. */
  private static ReadingLevel level(String language) {
    return ReadingLevel.of(
        forPeople(language).stream()
            .flatMap(text -> ReadingLevel.sentences(text, language).stream())
            .filter(sentence -> sentence.matches("(?s).*[.?!]"))
            .toList(),
        language);
  }

  private static void show(String language, ReadingLevel level, String more) {
    System.out.printf(
        Locale.ROOT,
        "%s: %d words in %d sentences (%.1f each, longest %d), LIX %.0f %s%n",
        language,
        level.words(),
        level.sentences(),
        (double) level.words() / level.sentences(),
        level.longest(),
        level.lix(),
        more);
  }

  private static boolean isLong(String sentence, String language) {
    return language.equals("ja")
        ? sentence.length() > 45
        : ReadingLevel.words(sentence).size() > SHORT;
  }

  private static boolean says(String text, Pattern words) {
    return words.matcher(text.toLowerCase(Locale.ROOT)).find();
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile("(?<![\\p{L}])(" + alternatives + ")(?![\\p{L}])");
  }

  /** All texts but the examples of the lesson, which speak as scammers do. */
  private static List<String> forPeople(String language) {
    GuidanceTexts texts = ShippedGuidance.GUIDANCE.in(language);
    List<String> said = new ArrayList<>();
    texts.texts().entrySet().stream()
        .sorted((a, b) -> name(a.getKey()).compareTo(name(b.getKey())))
        .filter(text -> text.getKey() != PageText.LANGUAGE_LABEL)
        .forEach(text -> said.add(text.getValue().text()));
    texts.hallmarks().values().forEach(words -> said.add(words.title()));
    texts.hallmarks().values().forEach(words -> said.addAll(words.teach()));
    texts
        .call()
        .steps()
        .values()
        .forEach(words -> said.addAll(List.of(words.title(), words.hint())));
    said.addAll(texts.call().answers().values());
    said.addAll(texts.call().actions().values());
    texts
        .replies()
        .values()
        .forEach(
            reply -> {
              said.addAll(List.of(reply.subject(), reply.verdict(), reply.reason()));
              said.addAll(reply.lesson());
            });
    texts
        .screens()
        .values()
        .forEach(
            screen -> {
              said.addAll(List.of(screen.title(), screen.question(), screen.because()));
            });
    return said;
  }

  private static String name(GuidanceText key) {
    return key.getClass().getSimpleName() + key.name();
  }

  private static List<String> all(String language) {
    GuidanceTexts texts = ShippedGuidance.GUIDANCE.in(language);
    List<String> all = new ArrayList<>(forPeople(language));
    texts.screens().values().forEach(screen -> all.add(screen.shows().text()));
    texts.screens().values().forEach(screen -> all.addAll(screen.answers().values()));
    all.addAll(texts.call().harms().values());
    all.addAll(texts.call().facts().values());
    return all;
  }
}
