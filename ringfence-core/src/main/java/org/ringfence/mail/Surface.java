package org.ringfence.mail;

import java.util.List;

/**
 * One place where a reader, or a phone, meets text.
 *
 * <p>The text of {@link SurfaceKind#VISIBLE_HTML} and {@link SurfaceKind#HIDDEN_HTML} is laid out
 * by structure: {@code '\n'} ends a block or a table row, {@code '\t'} separates the cells of a
 * row, {@code U+2028} is a line break inside a block. White space typed into an element can become
 * none of the first two, so a customer's text cannot fake a row or a cell.
 *
 * @param kind how the reader meets it
 * @param place where it stands in the message
 * @param text what is read there, decoded
 * @param links the hyperlinks in it, in order of their text
 */
public record Surface(SurfaceKind kind, Place place, String text, List<Link> links) {
  /** A line break inside a block of HTML. */
  public static final char LINE_BREAK = '\u2028';

  public Surface {
    links = List.copyOf(links);
  }

  /** A surface without links. */
  public Surface(SurfaceKind kind, Place place, String text) {
    this(kind, place, text, List.of());
  }
}
