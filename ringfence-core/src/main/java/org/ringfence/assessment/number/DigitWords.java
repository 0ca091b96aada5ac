package org.ringfence.assessment.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringfence.knowledge.Numbering;

/**
 * The words of some languages that stand for digits. The first language wins where two disagree.
 *
 * <p>Every word of a mail is looked up, so words lie by length and first letter and nothing is
 * allocated.
 */
final class DigitWords {
  private static final int LETTERS = 26;
  private static final int LONGEST = 12;

  /**
   * A word that stands for digits.
   *
   * @param word the word, folded
   * @param digits what it stands for, empty for a word that repeats the next digit
   * @param times how many times it says the next digit, otherwise 1
   */
  record DigitWord(String word, String digits, int times) {}

  private final List<List<DigitWord>> buckets = new ArrayList<>();

  DigitWords(List<Numbering.Language> languages) {
    for (int i = 0; i < LETTERS * (LONGEST + 1); i++) {
      buckets.add(List.of());
    }
    for (Numbering.Language language : languages) {
      for (Map.Entry<String, String> entry : language.digitWords().entrySet()) {
        add(new DigitWord(entry.getKey(), entry.getValue(), 1));
      }
      for (Map.Entry<String, Integer> entry : language.repeatWords().entrySet()) {
        add(new DigitWord(entry.getKey(), "", entry.getValue()));
      }
    }
  }

  /** The word from {@code start} to {@code end}, letters a to z alone, or null if it is none. */
  @Nullable DigitWord find(String text, int start, int end) {
    if (end - start > LONGEST || end - start < 2) {
      return null;
    }
    List<DigitWord> bucket = buckets.get(bucket(text.charAt(start), end - start));
    for (int i = 0; i < bucket.size(); i++) {
      if (text.startsWith(bucket.get(i).word(), start)) {
        return bucket.get(i);
      }
    }
    return null;
  }

  private void add(DigitWord word) {
    int length = word.word().length();
    char first = word.word().charAt(0);
    if (length < 2 || length > LONGEST || first < 'a' || first > 'z') {
      return;
    }
    List<DigitWord> bucket = buckets.get(bucket(first, length));
    if (bucket.stream().noneMatch(known -> known.word().equals(word.word()))) {
      List<DigitWord> grown = new ArrayList<>(bucket);
      grown.add(word);
      buckets.set(bucket(first, length), List.copyOf(grown));
    }
  }

  private static int bucket(char first, int length) {
    return length * LETTERS + first - 'a';
  }
}
