package org.ringfence.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.ringfence.knowledge.Section;
import org.ringfence.knowledge.Wording;

/** One of the words of an enumeration. */
record Choice<E extends Enum<E>>(Class<E> type) implements Form<E> {
  @Override
  public void read(Section written, Around around, Consumer<E> taken) {
    if (!written.isText()) {
      written.wrongType(words());
      return;
    }
    String word = written.text();
    Arrays.stream(type.getEnumConstants())
        .filter(one -> show(one).equals(word))
        .findFirst()
        .ifPresentOrElse(taken, () -> unknown(written, word));
  }

  private void unknown(Section written, String word) {
    if (!word.isBlank()) {
      written.error("\"" + word + "\" is none of the words for this", allowed(word));
    }
  }

  private String allowed(String word) {
    return Wording.allowed(word, all());
  }

  private List<String> all() {
    return Arrays.stream(type.getEnumConstants()).map(this::show).toList();
  }

  @Override
  public String show(E value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String words() {
    return "one of " + String.join(", ", all());
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string", "enum", all());
  }
}
