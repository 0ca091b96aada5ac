package org.ringfence.settings;

import java.util.Map;
import java.util.function.Consumer;
import org.ringfence.knowledge.Section;

/**
 * How the value of a setting is written.
 *
 * @param <T> the value
 */
public interface Form<T> {
  /**
   * Reads a value and gives it to {@code taken}; what is wrong with it is added to the problems of
   * its file instead.
   */
  void read(Section written, Around around, Consumer<T> taken);

  /** The value as somebody would write it. Never a secret. */
  String show(T value);

  /** How it is written, in an author's words: "a time, such as 30s". */
  String words();

  /** The same as JSON Schema (draft 2020-12). */
  Map<String, Object> schema();
}
