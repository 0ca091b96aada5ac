package org.ringfence.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Values of the command line, which stand over those of the file. They are put under the path of
 * their setting; the forms of both are the same, so that no value can be right in one and wrong in
 * the other.
 */
public final class Overrides {
  private final List<Consumer<Values>> all = new ArrayList<>();

  /** None. */
  public Overrides() {}

  /** Puts what was given with {@code option}, if anything was. */
  public <T> Overrides put(Key<T> key, String option, Optional<T> value) {
    value.ifPresent(one -> all.add(values -> values.put(key, one, new Origin.OfOption(option))));
    return this;
  }

  void into(Values values) {
    all.forEach(one -> one.accept(values));
  }
}
