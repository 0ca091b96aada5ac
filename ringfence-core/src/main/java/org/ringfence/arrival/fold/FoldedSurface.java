package org.ringfence.arrival.fold;

import java.util.Arrays;
import java.util.Set;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Span;
import org.ringfence.mail.Surface;

/**
 * A surface folded to what a person reads: lower case, compatibility forms and look-alike letters
 * replaced, accents and invisible characters taken out, white space collapsed.
 *
 * <p>In the text, {@code ' '} stands for any run of white space, {@code '\n'} for a run that holds
 * a line break, block, row or cell boundary. Each unit knows where it stood.
 */
public final class FoldedSurface {
  private final Surface surface;
  private final String text;
  private final int[] origin;

  /**
   * @param origin for each unit of {@code text} the index of the first unit of the surface's text
   *     it stands for, never falling, and one more entry: the end of the last
   */
  FoldedSurface(Surface surface, String text, int[] origin) {
    this.surface = surface;
    this.text = text;
    this.origin = origin;
  }

  /** The surface as read. */
  public Surface surface() {
    return surface;
  }

  /** The folded text. */
  public String text() {
    return text;
  }

  /**
   * The span of the surface's text that the folded units from {@code start} to {@code end} stand
   * for.
   */
  public Span original(int start, int end) {
    return new Span(origin[start], Math.max(origin[start], origin[end]));
  }

  /** The folded units from {@code start} to {@code end} as evidence in the surface's own words. */
  public Evidence evidence(int start, int end) {
    return new Evidence(surface, original(start, end));
  }

  /** How the passage from {@code start} to {@code end} was disguised, as its characters tell. */
  public Set<Disguise> disguises(int start, int end) {
    return Disguises.of(this, start, end);
  }

  /**
   * The first folded unit that stands at or after {@code index} in the surface's text; the length
   * of the folded text where none does.
   */
  public int foldedIndex(int index) {
    int found = Arrays.binarySearch(origin, 0, text.length(), index);
    if (found < 0) {
      return -found - 1;
    }
    while (found > 0 && origin[found - 1] == index) {
      found--;
    }
    return found;
  }
}
