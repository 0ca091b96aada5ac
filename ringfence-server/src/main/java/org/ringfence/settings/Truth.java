package org.ringfence.settings;

import java.util.Map;
import java.util.function.Consumer;
import org.ringfence.knowledge.Section;

/** True or false. */
record Truth() implements Form<Boolean> {
  @Override
  public void read(Section written, Around around, Consumer<Boolean> taken) {
    taken.accept(written.truth());
  }

  @Override
  public String show(Boolean value) {
    return value.toString();
  }

  @Override
  public String words() {
    return "true or false";
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "boolean");
  }
}
