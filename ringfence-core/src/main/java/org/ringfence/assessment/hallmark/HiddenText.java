package org.ringfence.assessment.hallmark;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Span;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * Text that only machines read: characters of no width inside words, or more hidden words than a
 * preview line needs.
 */
record HiddenText(String id) implements Hallmark {
  private static final int PREVIEW_LINE = 600;
  private static final int INVISIBLES = 12;
  private static final int QUOTE = 60;

  @Override
  public Finding assess(Observations seen) {
    List<Evidence> evidence = new ArrayList<>();
    for (Surface surface : seen.message().surfaces()) {
      if (surface.kind() == SurfaceKind.HIDDEN_HTML ? isLong(surface) : isRiddled(surface)) {
        evidence.add(new Evidence(surface, new Span(0, Math.min(QUOTE, surface.text().length()))));
      }
    }
    return Finding.by(id, evidence);
  }

  private static boolean isLong(Surface hidden) {
    String text = hidden.text();
    int letters = 0;
    for (int i = 0; i < text.length() && letters < PREVIEW_LINE; i++) {
      letters += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
    }
    return letters >= PREVIEW_LINE;
  }

  private static boolean isRiddled(Surface surface) {
    String text = surface.text();
    int inside = 0;
    for (int i = 1; i + 1 < text.length() && inside < INVISIBLES; i++) {
      if (text.charAt(i) > 0x7f
          && isInvisible(text.charAt(i))
          && Character.isLetterOrDigit(text.charAt(i - 1))
          && wordGoesOn(text, i)) {
        inside++;
      }
    }
    return inside >= INVISIBLES;
  }

  private static boolean wordGoesOn(String text, int at) {
    int next = at;
    while (next < text.length() && isInvisible(text.charAt(next))) {
      next++;
    }
    return next < text.length() && Character.isLetterOrDigit(text.charAt(next));
  }

  private static boolean isInvisible(char c) {
    return c == '\u034f'
        || c == '\u00ad'
        || (c >= '\ufe00' && c <= '\ufe0f')
        || Character.getType(c) == Character.FORMAT;
  }
}
