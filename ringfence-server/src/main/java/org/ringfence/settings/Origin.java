package org.ringfence.settings;

import org.ringfence.knowledge.Section;

/** Where the value of a setting was written. */
sealed interface Origin {
  /** In the file. */
  record InFile(Section section, String file) implements Origin {}

  /** On the command line. */
  record OfOption(String option) implements Origin {}

  /** What people are told. */
  default String name() {
    return switch (this) {
      case InFile(Section section, String file) -> file + ":" + section.position().line();
      case OfOption(String option) -> option;
    };
  }
}
