package org.ringfence.settings;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringfence.knowledge.Section;

/** A value that need not be there. */
record Maybe<T>(Form<T> form) implements Form<Optional<T>> {
  @Override
  public void read(Section written, Around around, Consumer<Optional<T>> taken) {
    form.read(written, around, value -> taken.accept(Optional.of(value)));
  }

  @Override
  public String show(Optional<T> value) {
    return value.map(form::show).orElse("");
  }

  @Override
  public String words() {
    return form.words();
  }

  @Override
  public Map<String, Object> schema() {
    return form.schema();
  }
}
