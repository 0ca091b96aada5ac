package org.ringfence.effect.educate;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How hard texts are to read, by the usual formulas.
 *
 * <p>LIX (C. H. Björnsson, 1968): words in a sentence, and a hundred times the share of words of
 * more than six letters; below 30 very easy, as in books for children, 40 to 50 as in newspapers,
 * above 60 as in official texts. Flesch reading ease (R. Flesch, 1948) for English and T. Amstad's
 * version of 1978 for German: the higher the easier, 60 to 70 plain, above 70 easy.
 *
 * <p>Syllables are counted by groups of vowels, in English without a silent e at the end: some
 * percent from the truth for one word, next to nothing for some thousand.
 *
 * @param sentences how many there are
 * @param words how many words
 * @param longWords words of more than six letters
 * @param syllables how many syllables the words have
 * @param longest words in the longest sentence
 */
record ReadingLevel(int sentences, int words, int longWords, int syllables, int longest) {
  private static final int LONG = 6;
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}’-]*");
  private static final Map<String, Pattern> VOWELS =
      Map.of(
          "en", Pattern.compile("[aeiouy]+"),
          "de", Pattern.compile("aa|ee|ie|oo|au|äu|eu|ei|ai|[aeiouyäöü]"));

  /** The level of {@code texts} in {@code language}, each text at least one sentence. */
  static ReadingLevel of(List<String> texts, String language) {
    ReadingLevel sum = new ReadingLevel(0, 0, 0, 0, 0);
    for (String text : texts) {
      for (String sentence : sentences(text, language)) {
        sum = sum.plus(words(sentence), language);
      }
    }
    return sum;
  }

  /** The sentences of {@code text}. */
  static List<String> sentences(String text, String language) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      sentences.add(text.substring(start, end).strip());
      start = end;
    }
    return sentences;
  }

  /** The words of {@code sentence}. */
  static List<String> words(String sentence) {
    return WORD.matcher(sentence.replaceAll("\\{[a-z]+\\}", "Name"))
        .results()
        .map(found -> found.group().toLowerCase(Locale.ROOT))
        .toList();
  }

  private ReadingLevel plus(List<String> said, String language) {
    if (said.isEmpty()) {
      return this;
    }
    return new ReadingLevel(
        sentences + 1,
        words + said.size(),
        longWords + (int) said.stream().filter(word -> letters(word) > LONG).count(),
        syllables + said.stream().mapToInt(word -> syllables(word, language)).sum(),
        Math.max(longest, said.size()));
  }

  private static long letters(String word) {
    return word.chars().filter(Character::isLetter).count();
  }

  static int syllables(String word, String language) {
    Pattern vowels = VOWELS.get(language);
    if (vowels == null) {
      return 0;
    }
    boolean silent = language.equals("en") && word.length() > 2 && word.matches(".*[^aeiouyl]e");
    String spoken = silent ? word.substring(0, word.length() - 1) : word;
    return Math.max(1, (int) vowels.matcher(spoken).results().count());
  }

  double lix() {
    return (double) words / sentences + 100.0 * longWords / words;
  }

  double flesch() {
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words;
  }

  double amstad() {
    return 180 - (double) words / sentences - 58.5 * syllables / words;
  }
}
