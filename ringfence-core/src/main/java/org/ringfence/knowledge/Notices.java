package org.ringfence.knowledge;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is said inside a mail, in the languages that lures are written in. Immutable.
 *
 * <p>It is no part of the {@link Catalog}: only who changes mail needs it.
 *
 * @param languages the texts by language (BCP 47); English among them, and each of them complete
 */
public record Notices(Map<String, Map<NoticeText, TextTemplate>> languages) {
  public Notices {
    languages = Map.copyOf(languages);
  }

  /**
   * Reads what {@code source} holds.
   *
   * @param catalog the rest of the same source: there is a file for each language of its lures
   * @throws KnowledgeException where anything is wrong; it holds all problems of all files
   */
  public static Notices read(KnowledgeSource source, Catalog catalog, Checking checking) {
    return new NoticesReader(source, catalog, checking).read();
  }

  /** The languages that there are texts in. */
  public Set<String> tags() {
    return languages.keySet();
  }

  /**
   * A text with its places filled.
   *
   * @param language one of {@link #tags}
   * @param values by the names of the places
   */
  public String say(String language, NoticeText text, Map<String, String> values) {
    Map<NoticeText, TextTemplate> texts = Objects.requireNonNull(languages.get(language), language);
    return Objects.requireNonNull(texts.get(text), text.key()).fill(values);
  }
}
