package org.ringfence.arrival.parse.html;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ringfence.mail.Span;
import org.ringfence.mail.Surface;

/**
 * Writes text in the layout of {@link Surface}.
 *
 * <p>White space and structure only leave a gap; the gap is written when the next character comes,
 * the strongest of those since the last. So there is no white space at the start and the end, and
 * none that a typed character could turn into structure.
 */
final class Layout {
  /** What stands between two characters, from weak to strong. */
  private enum Gap {
    NONE,
    SPACE,
    LINE,
    BLOCK,
    CELL,
    ROW
  }

  private final StringBuilder text = new StringBuilder();
  private final Deque<Integer> rowStarts = new ArrayDeque<>();
  private Gap gap = Gap.NONE;

  String text() {
    return text.toString();
  }

  /** Whether nothing but spaces was written. */
  boolean isBlank() {
    return text.chars().allMatch(c -> c == '\u00A0' || Character.isWhitespace(c));
  }

  int length() {
    return text.length();
  }

  /** The text of {@code span}. */
  String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  /** The span of what was written since the text was {@code start} long, without its first gap. */
  Span shown(int start) {
    boolean gapFirst = start < text.length() && (start > 0 && isGap(text.charAt(start)));
    return new Span(gapFirst ? start + 1 : start, text.length());
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == Surface.LINE_BREAK;
  }

  /** Writes {@code words}, white space collapsed. */
  void flow(String words) {
    int at = 0;
    while (at < words.length()) {
      int end = at;
      while (end < words.length() && !isSpace(words.charAt(end))) {
        end++;
      }
      if (end > at) {
        fillGap();
        text.append(words, at, end);
      }
      if (end < words.length()) {
        raise(Gap.SPACE);
      }
      at = end + 1;
    }
  }

  /** Writes {@code words} with their spaces and lines; neither is structure. */
  void preformatted(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '\n' || c == '\r') {
        raise(Gap.LINE);
      } else {
        fillGap();
        text.append(isSpace(c) ? ' ' : c);
      }
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  /** Ends a line inside a block. */
  void lineBreak() {
    raise(Gap.LINE);
  }

  /** Ends a block, or starts one. */
  void block() {
    raise(Gap.BLOCK);
  }

  /** Opens a table row. */
  void startRow() {
    block();
    rowStarts.push(text.length());
  }

  /** Ends a cell; what its content ended with gives way to the cell's end. */
  void endCell() {
    if (!rowStarts.isEmpty() && text.length() > rowStarts.peek()) {
      gap = Gap.CELL;
    }
  }

  /** Ends a table row. */
  void endRow() {
    if (!rowStarts.isEmpty()) {
      rowStarts.pop();
    }
    raise(Gap.ROW);
  }

  private void raise(Gap wanted) {
    if (wanted.compareTo(gap) > 0) {
      gap = wanted;
    }
  }

  private void fillGap() {
    if (!text.isEmpty()) {
      switch (gap) {
        case NONE -> {}
        case SPACE -> text.append(' ');
        case LINE -> text.append(Surface.LINE_BREAK);
        case BLOCK, ROW -> text.append('\n');
        case CELL -> text.append('\t');
      }
    }
    gap = Gap.NONE;
  }
}
