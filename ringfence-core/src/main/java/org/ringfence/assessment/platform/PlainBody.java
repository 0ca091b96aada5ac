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
 * they are; all between is one slot. From the bottom only sentences without values count: what
 * stands behind a customer's words may be theirs, and sentences hold nothing but the platform's own
 * words.
 */
final class PlainBody {
  private PlainBody() {}

  static void read(Grid body, BodyLayout layout, Marks marks) {
    List<Line> lines = body.rows().stream().map(List::getFirst).toList();
    int first = 0;
    while (first < lines.size() && opens(lines.get(first), layout, marks)) {
      first++;
    }
    int last = lines.size();
    while (last > first && closing(lines.get(last - 1), layout).isPresent()) {
      last--;
    }
    if (first < last) {
      marks.slot(layout.onlySlot(), between(lines.get(first), lines.get(last - 1)));
    }
    for (Line line : lines.subList(last, lines.size())) {
      closing(line, layout).ifPresent(found -> marks.take(line, found));
    }
  }

  private static boolean opens(Line line, BodyLayout layout, Marks marks) {
    if (layout.below(line).isPresent()) {
      return true;
    }
    Optional<List<Template.Filling>> fillings =
        layout.lines().stream()
            .filter(template -> !template.hasSlot())
            .flatMap(template -> template.match(line.text(), 0).stream())
            .findFirst();
    fillings.ifPresent(found -> marks.take(line, found));
    return fillings.isPresent();
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
