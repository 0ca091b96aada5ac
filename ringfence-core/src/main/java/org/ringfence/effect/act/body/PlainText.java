package org.ringfence.effect.act.body;

import java.util.Optional;

/** What is changed in one plain text. */
final class PlainText {
  private PlainText() {}

  /**
   * Works out the edits.
   *
   * @param block the warning above the text, empty where there is none
   */
  static TextChange change(String text, Optional<String> block, Optional<Disarming> disarming) {
    var edits = new TextEdits();
    int top = text.startsWith("\uFEFF") ? 1 : 0;
    block.ifPresent(words -> edits.insert(top, words));
    Optional<NumberHunt> hunt = disarming.map(one -> new NumberHunt(one, edits, words -> words));
    boolean unlinked = disarming.isPresent() && PhoneSchemes.remove(text, edits);
    hunt.ifPresent(
        one -> {
          var letters = new Letters();
          letters.addAll(text, 0, text.length());
          one.over(letters);
        });
    return TextChange.of(text, edits, hunt, unlinked);
  }
}
