package org.ringfence.arrival.parse.document;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.mail.Link;

/**
 * Text as it is built up: {@code '\n'} ends a paragraph or a table row, {@code '\t'} parts cells.
 */
final class TextLayout {
  private final StringBuilder text = new StringBuilder();
  private final List<Link> links = new ArrayList<>();
  private final int most;

  /** A text of at most {@code most} units. */
  TextLayout(int most) {
    this.most = most;
  }

  /** Adds words; those past the limit are dropped. */
  void add(CharSequence words) {
    text.append(words, 0, Math.min(words.length(), most - Math.min(most, text.length())));
  }

  /** Whether no more is taken. */
  boolean isFull() {
    return text.length() >= most;
  }

  /** Where the next words will stand. */
  int position() {
    return text.length();
  }

  /** Ends a paragraph. */
  void endLine() {
    text.append('\n');
  }

  /** Ends a cell: its last paragraph's end becomes the cell's. */
  void endCell() {
    dropLast('\n');
    text.append('\t');
  }

  /** Ends a row: its last cell's end becomes the row's. */
  void endRow() {
    dropLast('\t');
    text.append('\n');
  }

  private void dropLast(char unwanted) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) == unwanted) {
      text.setLength(text.length() - 1);
    }
  }

  /** Adds a link over the words since {@code start}. */
  void link(int start, String target) {
    link(start, text.length(), target);
  }

  /** Adds a link over the words between {@code start} and {@code end}. */
  void link(int start, int end, String target) {
    if (links.size() < 1_000 && !target.isBlank()) {
      links.add(LinkTarget.link(Math.min(start, end), end, target));
    }
  }

  /** The text so far. */
  String text() {
    return text.toString();
  }

  /** The links so far, in the order of their text. */
  List<Link> links() {
    // A link may have begun in a paragraph end that a cell or row took back.
    return links.stream()
        .filter(link -> link.text().end() <= text.length())
        .sorted((a, b) -> a.text().compareTo(b.text()))
        .toList();
  }
}
