package org.ringfence.settings;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringfence.knowledge.Section;

/** A value, or the word off. */
record OrOff<T>(Form<T> form) implements Form<Optional<T>> {
  private static final String OFF = "off";

  @Override
  public void read(Section written, Around around, Consumer<Optional<T>> taken) {
    if (written.isText() && written.text().equals(OFF)) {
      taken.accept(Optional.empty());
    } else {
      form.read(written, around, value -> taken.accept(Optional.of(value)));
    }
  }

  @Override
  public String show(Optional<T> value) {
    return value.map(form::show).orElse(OFF);
  }

  @Override
  public String words() {
    return form.words() + ", or off";
  }

  @Override
  public Map<String, Object> schema() {
    return form.schema();
  }
}
