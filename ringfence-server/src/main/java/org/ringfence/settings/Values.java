package org.ringfence.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was written for each setting, and where. Used by one thread. */
final class Values {
  private final Map<String, Written<?>> written = new HashMap<>();
  private final List<String> errors = new ArrayList<>();

  private record Written<T>(Key<T> key, T value, Origin origin) {}

  /** What is written later stands over what was written before. */
  <T> void put(Key<T> key, T value, Origin origin) {
    written.put(key.path(), new Written<>(key, value, origin));
  }

  /** The value that counts. */
  <T> T of(Key<T> key) {
    Written<?> found = written.get(key.path());
    return found == null ? key.otherwise() : value(key, found);
  }

  /** Paths are unique, and a value was put with the key of its path: it has its type. */
  @SuppressWarnings("unchecked")
  private static <T> T value(Key<T> key, Written<?> found) {
    if (!found.key().equals(key)) {
      throw new IllegalStateException("Two settings share the path " + key.path() + ".");
    }
    return (T) found.value();
  }

  boolean isWritten(Key<?> key) {
    return written.containsKey(key.path());
  }

  /** Where the value was written; empty where nobody wrote one. */
  Optional<Origin> origin(Key<?> key) {
    return Optional.ofNullable(written.get(key.path())).map(Written::origin);
  }

  /** The value as somebody would write it. */
  <T> String shown(Key<T> key) {
    return isWritten(key) ? key.form().show(of(key)) : key.otherwiseShown();
  }

  /** Says what is wrong at the place where {@code key} was written. */
  void error(Key<?> key, String what, String next) {
    Optional<Origin> origin = origin(key);
    if (origin.isPresent() && origin.get() instanceof Origin.InFile(var section, var _)) {
      section.error(what, next);
    } else {
      String name = origin.map(Origin::name).orElse(key.path());
      errors.add(name + ": " + what + "; " + next + ".");
    }
  }

  /** What is wrong outside the file. */
  List<String> errors() {
    return List.copyOf(errors);
  }
}
