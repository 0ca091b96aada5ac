package org.ringfence.assessment.platform;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Span;

/**
 * Tells scaffold from slots in a body of HTML, where markup parts the cells.
 *
 * <p>A customer's words cannot leave their cell, so a cell is the platform's where the whole of it
 * is what the layout says, and the customer's where not. Rows and sentences that the layout does
 * not list are the customer's.
 */
final class HtmlBody {
  private final BodyLayout layout;
  private final Marks marks;
  private String section = Slot.UNKNOWN;

  /** The customer's words met since the last words of the platform: one slot. */
  private @Nullable Evidence run;

  private HtmlBody(BodyLayout layout, Marks marks) {
    this.layout = layout;
    this.marks = marks;
  }

  static void read(Grid body, BodyLayout layout, Marks marks) {
    HtmlBody reading = new HtmlBody(layout, marks);
    for (List<Line> row : body.rows()) {
      if (marks.isFull()) {
        reading.typed(row.getFirst());
        reading.typed(body.rows().getLast().getLast());
        break;
      }
      reading.row(row);
    }
    reading.endRun();
  }

  private void row(List<Line> cells) {
    Optional<Template> besides =
        cells.size() == 2 ? layout.besides(cells.getFirst()) : Optional.empty();
    if (besides.isPresent()) {
      beginSection(Slot.UNKNOWN);
      value(besides.get(), cells.getLast());
    } else {
      cells.forEach(this::cell);
    }
  }

  private void value(Template template, Line cell) {
    Optional<List<Template.Filling>> fillings = template.match(cell.text(), 0);
    if (fillings.isPresent()) {
      marks.take(cell, fillings.get());
    } else {
      marks.slot(nameOf(template), cell, 0, cell.text().length());
    }
  }

  /** What does not fit is the customer's, under the name of what should stand there. */
  private static String nameOf(Template template) {
    return template.placeholders().stream()
        .findFirst()
        .map(Template.Placeholder::name)
        .orElse(Slot.UNKNOWN);
  }

  private void cell(Line cell) {
    for (Template line : layout.lines()) {
      Optional<List<Template.Filling>> fillings = line.match(cell.text(), 0);
      if (fillings.isPresent()) {
        beginSection(Slot.UNKNOWN);
        marks.take(cell, fillings.get());
        return;
      }
    }
    Optional<String> below = layout.below(cell);
    if (below.isPresent()) {
      beginSection(below.get());
    } else if (layout.besides(cell).isPresent()) {
      beginSection(Slot.UNKNOWN);
    } else {
      typed(cell);
    }
  }

  private void beginSection(String slot) {
    endRun();
    section = slot;
  }

  private void typed(Line cell) {
    cell.evidence().ifPresent(words -> run = run == null ? words : joined(run, words));
  }

  private void endRun() {
    if (run != null) {
      marks.slot(section, run);
      run = null;
    }
  }

  private static Evidence joined(Evidence first, Evidence last) {
    return new Evidence(first.surface(), new Span(first.span().start(), last.span().end()));
  }
}
