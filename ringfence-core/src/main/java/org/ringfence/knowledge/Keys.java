package org.ringfence.knowledge;

import java.util.Locale;

/** How the constants of the code are called in knowledge files. */
final class Keys {
  private Keys() {}

  /** Lower case with hyphens. */
  static String of(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
