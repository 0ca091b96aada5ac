package org.ringfence.store;

import java.util.Optional;
import java.util.stream.Stream;

/** The causes of a failure. */
final class Causes {
  private Causes() {}

  private static Stream<Throwable> of(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> kind) {
    return of(failure).filter(kind::isInstance).map(kind::cast).findFirst();
  }

  static boolean has(Throwable failure, Class<? extends Throwable> kind) {
    return first(failure, kind).isPresent();
  }

  /**
   * What the innermost says: JDBI's own messages quote values, which are foreign text; those of the
   * databases' drivers, cut to their first line, do not.
   */
  static String word(Throwable failure) {
    Throwable last = of(failure).reduce(failure, (_, next) -> next);
    return String.valueOf(last.getMessage()).lines().findFirst().orElse("");
  }
}
