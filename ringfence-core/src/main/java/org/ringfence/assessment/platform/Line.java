package org.ringfence.assessment.platform;

import java.util.Optional;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Span;
import org.ringfence.mail.Surface;

/**
 * A subject, a line or a cell made ready for comparing: trimmed, white space collapsed, in lower
 * case, curly apostrophes straight. Each unit knows where it stood.
 *
 * <p>Comparing happens on this text alone, so that a thousand typed spaces cost one pass and not a
 * thousand.
 */
final class Line {
  private final Surface surface;
  private final String text;
  private final int[] origin;

  private Line(Surface surface, String text, int[] origin) {
    this.surface = surface;
    this.text = text;
    this.origin = origin;
  }

  /** The units of {@code surface} from {@code start} to {@code end}. */
  static Line of(Surface surface, int start, int end) {
    StringBuilder text = new StringBuilder(end - start);
    int[] origin = new int[end - start];
    boolean gap = false;
    for (int i = start; i < end; i++) {
      char unit = surface.text().charAt(i);
      if (isSpace(unit)) {
        gap = !text.isEmpty();
        continue;
      }
      if (gap) {
        origin[text.length()] = i - 1;
        text.append(' ');
        gap = false;
      }
      origin[text.length()] = i;
      text.append(plain(unit));
    }
    return new Line(surface, text.toString(), origin);
  }

  static Line of(Surface surface) {
    return of(surface, 0, surface.text().length());
  }

  /** The words of a profile, made ready in the same way; the ends keep their space. */
  static String words(String written) {
    StringBuilder words = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char unit = isSpace(written.charAt(i)) ? ' ' : plain(written.charAt(i));
      if (unit != ' ' || words.isEmpty() || words.charAt(words.length() - 1) != ' ') {
        words.append(unit);
      }
    }
    return words.toString();
  }

  private static boolean isSpace(char unit) {
    return unit <= ' ' || unit == '\u00a0' || (unit > '\u00ff' && Character.isSpaceChar(unit));
  }

  private static char plain(char unit) {
    return unit == '\u2019' ? '\'' : Character.toLowerCase(unit);
  }

  Surface surface() {
    return surface;
  }

  String text() {
    return text;
  }

  boolean isBlank() {
    return text.isEmpty();
  }

  /** Where the units from {@code from} to {@code to} of {@link #text} stood; empty for none. */
  Optional<Evidence> evidence(int from, int to) {
    int start = from < to && text.charAt(from) == ' ' ? from + 1 : from;
    int end = start < to && text.charAt(to - 1) == ' ' ? to - 1 : to;
    return start < end
        ? Optional.of(new Evidence(surface, new Span(origin[start], origin[end - 1] + 1)))
        : Optional.empty();
  }

  /** Where the whole line stood; empty where it is blank. */
  Optional<Evidence> evidence() {
    return evidence(0, text.length());
  }
}
