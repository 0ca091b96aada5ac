package org.ringfence.effect.act.body;

import java.util.Optional;

/**
 * What is changed in one calendar object (RFC 5545): numbers that stand over folded lines, or with
 * escaped characters between their digits, are found as a calendar shows them.
 */
final class CalendarText {
  private CalendarText() {}

  /** Works out the edits. */
  static TextChange change(String text, Disarming disarming, String lineEnd) {
    var edits = new TextEdits();
    boolean unlinked = PhoneSchemes.remove(text, edits);
    var hunt = new NumberHunt(disarming, edits, remark -> lineEnd + " " + escaped(remark));
    hunt.over(letters(text));
    return TextChange.of(text, edits, Optional.of(hunt), unlinked);
  }

  private static Letters letters(String text) {
    var letters = new Letters();
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (c == '\\' && next < text.length() && "nN".indexOf(text.charAt(next)) >= 0) {
        next++;
      } else {
        letters.add(c, i, next);
      }
      i = next;
    }
    return letters;
  }

  /** RFC 5545 §3.3.11. */
  private static String escaped(String remark) {
    return remark
        .replace("\\", "\\\\")
        .replace(",", "\\,")
        .replace(";", "\\;")
        .replaceAll("\\p{Cntrl}", " ");
  }
}
