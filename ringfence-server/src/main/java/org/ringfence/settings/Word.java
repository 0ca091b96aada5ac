package org.ringfence.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ringfence.knowledge.Section;

/**
 * A value that is one piece of text.
 *
 * @param words how it is written: "a time, such as 30s"
 * @param parse reads it, in a folder that relative paths begin at; empty where it is none
 * @param print writes it
 * @param schema its JSON Schema
 */
record Word<T>(
    String words,
    BiFunction<String, Path, Optional<T>> parse,
    Function<T, String> print,
    Map<String, Object> schema)
    implements Form<T> {
  static <T> Word<T> of(String words, Function<String, Optional<T>> parse) {
    return new Word<>(
        words,
        (text, _) -> parse.apply(text),
        Object::toString,
        Map.of("type", "string", "description", words));
  }

  Word<T> printed(Function<T, String> other) {
    return new Word<>(words, parse, other, schema);
  }

  Word<T> withPattern(String pattern) {
    return new Word<>(
        words, parse, print, Map.of("type", "string", "pattern", pattern, "description", words));
  }

  @Override
  public void read(Section written, Around around, Consumer<T> taken) {
    if (!written.isText()) {
      written.wrongType(words);
      return;
    }
    String text = written.text();
    if (!text.isBlank()) {
      parse
          .apply(text.strip(), around.base())
          .ifPresentOrElse(
              taken, () -> written.error("\"" + text + "\" cannot be read here", "write " + words));
    }
  }

  @Override
  public String show(T value) {
    return print.apply(value);
  }
}
