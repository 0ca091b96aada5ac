package org.ringfence.report;

import java.util.Arrays;
import org.ringfence.mail.Span;
import org.ringfence.mail.Surface;

/** Makes words of a mail fit for a picture of it. */
final class PictureWords {
  private static final char DOT = '•';
  private static final int MOST_EMPTY_LINES = 1;

  private PictureWords() {}

  /**
   * The first {@code length} units of a text without characters that act: controls, marks of
   * direction that turn the words around them, halves of characters. Each unit keeps its place.
   */
  static char[] safe(String text, int length) {
    char[] words = text.substring(0, length).toCharArray();
    for (int i = 0; i < length; i += Character.charCount(Character.codePointAt(words, i, length))) {
      int c = Character.codePointAt(words, i, length);
      if (c == Surface.LINE_BREAK) {
        words[i] = '\n';
      } else if (c != '\n' && acts(c)) {
        Arrays.fill(words, i, i + Character.charCount(c), ' ');
      }
    }
    return words;
  }

  private static boolean acts(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /**
   * Hides the second half of a number. Attack: browsers of phones make a link of whatever looks
   * like a number, and whoever reads why not to call must not be given it again.
   */
  static void mask(char[] words, Span number) {
    int from = number.start() + number.length() / 2;
    for (int i = from; i < Math.min(words.length, number.end()); i++) {
      if (Character.isLetterOrDigit(words[i]) || Character.isSurrogate(words[i])) {
        words[i] = DOT;
      }
    }
  }

  /** White space as a page needs it: one space, one line, or one empty line. */
  static String tidy(char[] words, int start, int end) {
    var tidy = new StringBuilder(end - start);
    int lines = 0;
    boolean space = false;
    for (int i = start; i < end; i++) {
      if (words[i] == '\n') {
        lines++;
      } else if (Character.isWhitespace(words[i])) {
        space = true;
      } else {
        tidy.append("\n".repeat(Math.min(lines, MOST_EMPTY_LINES + 1)));
        tidy.append(space && lines == 0 ? " " : "").append(words[i]);
        lines = 0;
        space = false;
      }
    }
    tidy.append(lines > 0 ? "\n" : space ? " " : "");
    return tidy.toString();
  }
}
