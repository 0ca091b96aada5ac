package org.ringfence.effect.educate;

import java.util.List;

/** What somebody who called answered to one step of the {@link Dialogue}. */
public sealed interface Answer {
  /** The id of the step. */
  String step();

  /**
   * Answers that were chosen.
   *
   * @param step the question
   * @param choices the ids of the answers
   */
  record Chosen(String step, List<String> choices) implements Answer {
    public Chosen {
      choices = List.copyOf(choices);
    }
  }

  /**
   * Free words.
   *
   * @param step the question
   * @param words what was typed, empty where the question was skipped
   */
  record Told(String step, String words) implements Answer {}

  /** Instructions that were read. */
  record Read(String step) implements Answer {}
}
