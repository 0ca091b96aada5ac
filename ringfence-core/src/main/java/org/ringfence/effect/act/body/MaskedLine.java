package org.ringfence.effect.act.body;

import java.util.Optional;

/** A line in which nothing but digits can be changed, such as a subject. */
public final class MaskedLine {
  private MaskedLine() {}

  /** The line with its numbers masked; empty where none is to be, or none is there. */
  public static Optional<String> of(String line, Disarming disarming) {
    if (!disarming.masks()) {
      return Optional.empty();
    }
    var edits = new TextEdits();
    var letters = new Letters();
    letters.addAll(line, 0, line.length());
    new NumberHunt(disarming, edits, _ -> "").over(letters);
    return edits.isEmpty() ? Optional.empty() : Optional.of(edits.applied(line));
  }
}
