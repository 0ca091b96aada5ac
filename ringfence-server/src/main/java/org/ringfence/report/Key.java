package org.ringfence.report;

import java.util.Locale;

/** The names of values in JSON. */
public final class Key {
  private Key() {}

  /** The name used in JSON: lower case with hyphens. */
  public static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
