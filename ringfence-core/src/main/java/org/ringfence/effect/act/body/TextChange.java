package org.ringfence.effect.act.body;

import java.util.Optional;
import java.util.Set;

/**
 * A changed text.
 *
 * @param text the new text
 * @param isNew whether anything differs
 * @param found the letters of the numbers that were found in it
 * @param unlinked whether a link to a telephone number was in it, and is not any more
 */
record TextChange(String text, boolean isNew, Set<String> found, boolean unlinked) {
  TextChange {
    found = Set.copyOf(found);
  }

  static TextChange of(String text, TextEdits edits, Optional<NumberHunt> hunt, boolean unlinked) {
    return new TextChange(
        edits.isEmpty() ? text : edits.applied(text),
        !edits.isEmpty(),
        hunt.map(NumberHunt::found).orElse(Set.of()),
        unlinked);
  }
}
