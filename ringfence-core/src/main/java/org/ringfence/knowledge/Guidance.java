package org.ringfence.knowledge;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All that people read who are no technicians, besides the warning in the mail itself. Immutable.
 *
 * <p>It is no part of the {@link Catalog}: judging a mail does not need it, and one command that
 * judges one file should not wait for it.
 *
 * @param languages the texts by language (BCP 47), sorted by it; English among them
 * @param dialogue the questions for somebody who already called
 * @param lesson the screens of the lesson
 * @param authorities where a fraud is reported
 * @param desk the alerts for the security desk, in English
 */
public record Guidance(
    Map<String, GuidanceTexts> languages,
    DialogueScript dialogue,
    LessonPlan lesson,
    Authorities authorities,
    Map<DeskAlert, AlertWords> desk) {
  public Guidance {
    languages = Collections.unmodifiableMap(new TreeMap<>(languages));
    desk = Map.copyOf(desk);
  }

  /** An alert. */
  public record AlertWords(TextTemplate subject, TextTemplate text) {}

  /**
   * Reads what {@code source} holds.
   *
   * @param catalog the rest of the same source, whose hallmarks have to be taught
   * @throws KnowledgeException where anything is wrong; it holds all problems of all files
   */
  public static Guidance read(KnowledgeSource source, Catalog catalog, Checking checking) {
    return new GuidanceReader(source, catalog, checking).read();
  }

  /**
   * The texts in {@code language}, one of those that there are.
   *
   * @throws NullPointerException where there are none; ask for the choice of a {@code
   *     ReaderLanguage}
   */
  public GuidanceTexts in(String language) {
    return Objects.requireNonNull(languages.get(language), language);
  }

  /** The alert for the security desk. */
  public AlertWords alert(DeskAlert alert) {
    return Objects.requireNonNull(desk.get(alert));
  }
}
