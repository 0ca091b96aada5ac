package org.ringfence.assessment.platform;

import java.util.List;
import java.util.Optional;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Span;

/**
 * Tells scaffold from slots in a body of plain text, where a customer can type anything that the
 * platform can write, rows and footers included.
 *
 * <p>So the lines are read from the top while they are the platform's and from the bottom while
 * they are; all between is one slot. Only sentences without values count: any other line may be a
 * customer's, and sentences hold nothing but the platform's own words.
 */
final class PlainBody {
  /** No footer has as many lines; a body of footers alone must not become as many slots. */
  private static final int FOOTER_LINES = 50;

  private PlainBody() {}

  static void read(Grid body, BodyLayout layout, Marks marks) {
    List<Line> lines = body.rows().stream().map(row -> row.cells().getFirst()).toList();
    int first = 0;
    while (first < lines.size() && opens(lines.get(first), layout)) {
      first++;
    }
    int last = lines.size();
    int limit = Math.max(first, last - FOOTER_LINES);
    while (last > limit && closing(lines.get(last - 1), layout).isPresent()) {
      last--;
    }
    if (first < last) {
      marks.slot(layout.onlySlot(), between(lines.get(first), lines.get(last - 1)));
    }
    for (Line line : lines.subList(last, lines.size())) {
      closing(line, layout).ifPresent(found -> marks.take(line, found));
    }
  }

  private static boolean opens(Line line, BodyLayout layout) {
    return layout.below(line).isPresent()
        || layout.lines().stream()
            .filter(template -> template.placeholders().isEmpty())
            .anyMatch(template -> template.match(line.text(), 0).isPresent());
  }

  private static Optional<List<Template.Filling>> closing(Line line, BodyLayout layout) {
    return layout.lines().stream()
        .filter(Template::hasWords)
        .filter(Template::hasNoValue)
        .flatMap(template -> template.match(line.text(), 0).stream())
        .findFirst();
  }

  private static Evidence between(Line first, Line last) {
    Evidence start = first.evidence().orElseThrow();
    Evidence end = last.evidence().orElseThrow();
    return new Evidence(start.surface(), new Span(start.span().start(), end.span().end()));
  }
}
