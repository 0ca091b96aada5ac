package org.ringfence.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ringfence.knowledge.Section;

/** A list of values. */
record Items<T>(Form<T> item) implements Form<List<T>> {
  @Override
  public void read(Section written, Around around, Consumer<List<T>> taken) {
    List<T> values = new ArrayList<>();
    written.items().forEach(one -> item.read(one, around, values::add));
    taken.accept(List.copyOf(values));
  }

  @Override
  public String show(List<T> value) {
    return value.stream().map(item::show).collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public String words() {
    return "a list; each: " + item.words();
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "array", "items", item.schema());
  }
}
