package org.ringfence.assessment.number;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ringfence.knowledge.Numbering;

/** The words of some languages that say what the number after them is. */
final class Labels {
  private final Map<Character, List<String>> telephone;
  private final Map<Character, List<String>> reference;

  Labels(List<Numbering.Language> languages) {
    telephone = byLastLetter(languages, Numbering.Language::telephoneLabels);
    reference = byLastLetter(languages, Numbering.Language::referenceLabels);
  }

  /** Whether a label of a telephone number ends at {@code end}. */
  boolean isTelephone(String text, int end) {
    return endsAt(telephone, text, end);
  }

  /** Whether a label of a number that nobody calls ends at {@code end}. */
  boolean isReference(String text, int end) {
    return endsAt(reference, text, end);
  }

  private static boolean endsAt(Map<Character, List<String>> labels, String text, int end) {
    if (end == 0) {
      return false;
    }
    for (String label : labels.getOrDefault(text.charAt(end - 1), List.of())) {
      int start = end - label.length();
      if (text.startsWith(label, start) && isBoundary(text, start)) {
        return true;
      }
    }
    return false;
  }

  /** Japanese runs its words together, so only letters a to z hold a word together. */
  private static boolean isBoundary(String text, int start) {
    if (start == 0) {
      return true;
    }
    char before = text.charAt(start - 1);
    return before >= 128 || before < 'a' || before > 'z';
  }

  private static Map<Character, List<String>> byLastLetter(
      List<Numbering.Language> languages, Function<Numbering.Language, List<String>> words) {
    return new HashMap<>(
        languages.stream()
            .flatMap(language -> words.apply(language).stream())
            .distinct()
            .collect(Collectors.groupingBy(label -> label.charAt(label.length() - 1))));
  }
}
