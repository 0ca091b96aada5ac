package org.ringfence.arrival.parse.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.Link;
import org.ringfence.mail.Place;
import org.ringfence.mail.Span;

/** The links of one document, each with the words that show it. */
final class Links {
  private final Map<Layout, List<Link>> found = new HashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final PhoneLinks phones = new PhoneLinks();

  /** An anchor whose end has not come yet. */
  private record Open(Element anchor, String target, Layout layout, int start) {}

  /** Notes that {@code anchor} begins, and where its words will stand. */
  void open(Element anchor, Layout layout) {
    String target = anchor.attr("href").isEmpty() ? anchor.attr("xlink:href") : anchor.attr("href");
    if (!target.isEmpty()) {
      open.push(new Open(anchor, target, layout, layout.length()));
    }
  }

  /** Adds the link of {@code element} if that is the anchor opened last. */
  void close(Element element) {
    Open last = open.peek();
    if (last != null && last.anchor().equals(element)) {
      open.pop();
      add(last.target(), last.layout(), last.start());
    }
  }

  /** Adds a link whose words are what was written to {@code layout} since {@code start}. */
  void add(String written, Layout layout, int start) {
    String target = withoutBlanks(written);
    if (!target.isEmpty()) {
      Span span = layout.shown(start);
      found.computeIfAbsent(layout, any -> new ArrayList<>()).add(new Link(span, target));
      phones.add(target, layout, span);
    }
  }

  /** The links shown in {@code layout}, in order of their text. */
  List<Link> in(Layout layout) {
    List<Link> links = found.getOrDefault(layout, List.of());
    return links.stream().sorted(Comparator.comparing(Link::text)).toList();
  }

  /** Hands over the numbers that links dial. */
  void emitPhones(Place place, PartSink out) {
    phones.emit(place, out);
  }

  /** Clients ignore blanks and control characters in an address (WHATWG URL §4.4). */
  private static String withoutBlanks(String target) {
    int at = 0;
    while (at < target.length() && isAddress(target.charAt(at))) {
      at++;
    }
    if (at == target.length()) {
      return target;
    }
    var kept = new StringBuilder(target.length());
    for (int i = 0; i < target.length(); i++) {
      if (isAddress(target.charAt(i))) {
        kept.append(target.charAt(i));
      }
    }
    return kept.toString();
  }

  private static boolean isAddress(char c) {
    return c > ' ' && (c < 0x7F || c > 0xA0) && !Character.isWhitespace(c);
  }
}
