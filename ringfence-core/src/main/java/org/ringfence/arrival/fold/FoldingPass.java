package org.ringfence.arrival.fold;

import java.text.Normalizer;
import java.util.Arrays;
import org.ringfence.mail.Surface;

/**
 * The fold of one surface. Most mail is ASCII, so runs of it take a loop of their own with one
 * table look-up a unit; everything else goes through {@link CharacterFolding}.
 */
final class FoldingPass {
  private static final char SPECIAL = 0;
  private static final char[] ASCII = asciiTable();

  private final Surface surface;
  private final String text;
  private final CharacterFolding characters;
  private final LookAlikes lookAlikes;

  private char[] out;
  private int[] origin;
  private int length;
  private boolean foreign;

  FoldingPass(Surface surface, CharacterFolding characters, LookAlikes lookAlikes) {
    this.surface = surface;
    this.text = surface.text();
    this.characters = characters;
    this.lookAlikes = lookAlikes;
    this.out = new char[text.length() + CharacterFolding.LONGEST];
    this.origin = new int[out.length + 1];
  }

  FoldedSurface run() {
    int i = 0;
    while (i < text.length()) {
      i = plainRun(i);
      if (i < text.length()) {
        i = special(i);
      }
    }
    origin[length] = text.length();
    if (foreign) {
      new LookAlikePass(text, out, origin, length, lookAlikes).run();
    }
    return new FoldedSurface(
        surface, new String(out, 0, length), Arrays.copyOf(origin, length + 1));
  }

  /** Folds visible ASCII from {@code from} on, single spaces included; returns where it ends. */
  private int plainRun(int from) {
    int i = from;
    int end = text.length();
    ensureRoom(end - i);
    int o = length;
    char before = o == 0 ? 'x' : out[o - 1];
    while (i < end) {
      char c = text.charAt(i);
      char folded = c < 128 ? ASCII[c] : SPECIAL;
      if (folded == SPECIAL) {
        break;
      }
      if (folded > ' ' || (folded == ' ' && before > ' ')) {
        out[o] = folded;
        origin[o++] = i;
      } else if (folded == '\n') {
        o = breakLine(o, i);
      }
      before = folded;
      i++;
    }
    length = o;
    return i;
  }

  /** A line end swallows the white space around it; the run keeps its first unit's place. */
  private int breakLine(int o, int i) {
    if (o > 0 && out[o - 1] <= ' ') {
      out[o - 1] = '\n';
      return o;
    }
    out[o] = '\n';
    origin[o] = i;
    return o + 1;
  }

  private int special(int i) {
    int codePoint = text.codePointAt(i);
    if (CharacterFolding.isMark(codePoint) && markJoins(codePoint)) {
      return i + Character.charCount(codePoint);
    }
    String folded = characters.replacement(codePoint);
    foreign |= LookAlikes.isForeign(codePoint);
    if (folded == null) {
      appendCodePoint(codePoint, i);
    } else if (folded.equals(" ")) {
      space(i);
    } else if (folded.equals("\n")) {
      ensureRoom(1);
      length = breakLine(length, i);
    } else {
      append(folded, i);
    }
    return i + Character.charCount(codePoint);
  }

  private void space(int i) {
    if (length == 0 || out[length - 1] > ' ') {
      append(" ", i);
    }
  }

  private void appendCodePoint(int codePoint, int i) {
    if (!Character.isBmpCodePoint(codePoint)) {
      append(Character.toString(codePoint), i);
      return;
    }
    ensureRoom(1);
    out[length] = (char) codePoint;
    origin[length++] = i;
    composeLast();
  }

  private void append(String folded, int i) {
    ensureRoom(folded.length());
    for (int k = 0; k < folded.length(); k++) {
      out[length] = folded.charAt(k);
      origin[length++] = i;
    }
    composeLast();
  }

  /**
   * Whether the mark goes into the character before it: an accent or keycap on a Latin letter or a
   * digit is dropped, however many are stacked; all enclosing marks are.
   */
  private boolean markJoins(int mark) {
    return Character.getType(mark) == Character.ENCLOSING_MARK
        || Invisible.is(mark)
        || (length > 0 && out[length - 1] < 128 && Character.isLetterOrDigit(out[length - 1]));
  }

  /** Puts a mark or jamo written apart together with its base, as NFC does: か and U+3099 are が. */
  private void composeLast() {
    if (length < 2 || !mayCompose(out[length - 1])) {
      return;
    }
    String pair = new String(out, length - 2, 2);
    String composed = Normalizer.normalize(pair, Normalizer.Form.NFC);
    if (composed.length() == 1) {
      out[length - 2] = composed.charAt(0);
      length--;
    }
  }

  private static boolean mayCompose(char c) {
    return c >= 0x300
        && ((c >= 0x1161 && c <= 0x11C2)
            || Character.getType(c) == Character.NON_SPACING_MARK
            || Character.getType(c) == Character.COMBINING_SPACING_MARK);
  }

  private void ensureRoom(int units) {
    if (length + units > out.length) {
      int size = Math.max(length + units, out.length + (out.length >> 1));
      out = Arrays.copyOf(out, size);
      origin = Arrays.copyOf(origin, size + 1);
    }
  }

  private static char[] asciiTable() {
    char[] table = new char[128];
    for (char c = '!'; c < 0x7F; c++) {
      table[c] = Character.toLowerCase(c);
    }
    table['`'] = '\'';
    table[' '] = ' ';
    for (char c : new char[] {'\t', '\n', 0x0B, '\f', '\r'}) {
      table[c] = '\n';
    }
    return table;
  }
}
