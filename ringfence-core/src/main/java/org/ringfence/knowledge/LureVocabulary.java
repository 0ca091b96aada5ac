package org.ringfence.knowledge;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The words of one language that lures, and the honest mails they imitate, are made of.
 *
 * @param language the language's tag (BCP 47), such as "pt"
 * @param name the language's English name
 * @param regions where its readers telephone (ISO 3166-1 alpha-2), most of them first
 * @param markers common words that betray the language
 * @param phrases the phrases by concept, braces expanded, in natural orthography; a {@code *} at
 *     the end stands for any ending of the word
 */
public record LureVocabulary(
    String language,
    String name,
    List<String> regions,
    List<String> markers,
    Map<Concept, List<String>> phrases) {
  public LureVocabulary {
    regions = List.copyOf(regions);
    markers = List.copyOf(markers);
    Map<Concept, List<String>> copy = new EnumMap<>(Concept.class);
    phrases.forEach((concept, list) -> copy.put(concept, List.copyOf(list)));
    phrases = Collections.unmodifiableMap(copy);
  }

  /** The phrases of one concept, none where the language has none. */
  public List<String> phrases(Concept concept) {
    return phrases.getOrDefault(concept, List.of());
  }
}
