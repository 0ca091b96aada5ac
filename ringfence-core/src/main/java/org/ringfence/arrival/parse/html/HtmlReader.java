package org.ringfence.arrival.parse.html;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * Reads one HTML document into what its reader sees, what is hidden from the reader, and what the
 * phone dials.
 *
 * <p>The layout of the text is that of {@link Surface}. Inline tags vanish without a trace, so a
 * number split over tags is whole again. An empty cell leaves no tab. Text in doubt is visible.
 *
 * <p>Bounds: eight characters of markup for each one a surface may have, {@link
 * org.ringfence.mail.Limits#htmlElements} tags, one pass over the tree without recursion; what lies
 * beyond is a defect. It holds no state and may be shared between threads.
 */
public final class HtmlReader {
  private static final int MARKUP_PER_CHARACTER = 8;

  /** Reads {@code html}, which stands at {@code place}, into {@code out}. */
  public void read(String html, Place place, PartSink out) {
    String bounded = bounded(html, place, out);
    Document document;
    try {
      document = Parser.htmlParser().parseInput(bounded, "");
    } catch (RuntimeException | StackOverflowError failed) {
      out.defect(Kind.UNREADABLE, place, "The HTML could not be parsed; it was read as text.");
      out.surface(new Surface(SurfaceKind.PLAIN_TEXT, place, bounded));
      return;
    }
    var walk = new Walk(styleSheet(document, bounded), out, place);
    walk.over(document);
    walk.emit();
  }

  private static String bounded(String html, Place place, PartSink out) {
    long room = (long) MARKUP_PER_CHARACTER * out.limits().surfaceChars();
    int end = (int) Math.min(html.length(), room);
    int tags = out.limits().htmlElements();
    for (int at = html.indexOf('<'); at >= 0 && at < end; at = html.indexOf('<', at + 1)) {
      boolean opens = at + 1 < end && Character.isLetter(html.charAt(at + 1));
      if (opens && tags-- == 0) {
        end = at;
      }
    }
    if (end == html.length()) {
      return html;
    }
    out.defect(Kind.LIMIT_REACHED, place, "The HTML was cut after " + end + " characters.");
    return html.substring(0, end);
  }

  private static StyleSheet styleSheet(Document document, String html) {
    if (!mentionsStyle(html)) {
      return StyleSheet.none();
    }
    var css = new StringBuilder();
    for (Element style : document.getElementsByTag("style")) {
      css.append(style.data()).append('\n');
    }
    return StyleSheet.read(css.toString());
  }

  private static boolean mentionsStyle(String html) {
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      if (html.regionMatches(true, at + 1, "style", 0, "style".length())) {
        return true;
      }
    }
    return false;
  }
}
