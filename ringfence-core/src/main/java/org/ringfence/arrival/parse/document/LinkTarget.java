package org.ringfence.arrival.parse.document;

import java.util.List;
import java.util.Locale;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.Link;
import org.ringfence.mail.Place;
import org.ringfence.mail.Span;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/** Targets of hyperlinks as documents write them. */
final class LinkTarget {
  private LinkTarget() {}

  /** The link of {@code target} over {@code start}..{@code end}. */
  static Link link(int start, int end, String target) {
    return new Link(new Span(start, end), clean(target));
  }

  private static String clean(String target) {
    StringBuilder kept = new StringBuilder(target.length());
    target
        .chars()
        .filter(c -> !Character.isWhitespace(c) && !Character.isISOControl(c))
        .forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  /** Adds what a phone dials when one of {@code links} is touched. */
  static void dialled(List<Link> links, Place place, PartSink out) {
    for (Link link : links) {
      if (link.target().toLowerCase(Locale.ROOT).startsWith("tel:")) {
        out.surface(new Surface(SurfaceKind.TEL_LINK, place, link.target()));
      }
    }
  }
}
