package org.ringfence.assessment.platform;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * A body as rows of cells, blank ones left out; a line of plain text is a row of one cell.
 *
 * @param surface the body
 * @param rows its rows
 */
record Grid(Surface surface, List<Row> rows) {
  /**
   * One row.
   *
   * @param cells its cells, blank ones left out; at least one
   * @param alone whether it is one paragraph, with no cell beside it, not even a blank one
   */
  record Row(List<Line> cells, boolean alone) {}

  /** Cuts {@code surface} where its markup does, see {@link Surface}. */
  static Grid of(Surface surface) {
    List<Row> rows = new ArrayList<>();
    String text = surface.text();
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      List<Line> cells = cells(surface, start, end);
      if (!cells.isEmpty()) {
        rows.add(new Row(cells, text.indexOf('\t', start, end) < 0));
      }
      start = end + 1;
    }
    return new Grid(surface, rows);
  }

  /** Whether each of {@code anchors} begins a line or a cell. */
  boolean holds(List<String> anchors) {
    return anchors.stream()
        .allMatch(
            anchor ->
                rows.stream()
                    .flatMap(row -> row.cells().stream())
                    .anyMatch(cell -> cell.text().startsWith(anchor)));
  }

  private static List<Line> cells(Surface surface, int start, int end) {
    // Only markup parts cells: in plain text a tab is typed by anybody.
    boolean markup = surface.kind() == SurfaceKind.VISIBLE_HTML;
    List<Line> cells = new ArrayList<>(2);
    for (int at = start; at < end; ) {
      int tab = markup ? surface.text().indexOf('\t', at, end) : -1;
      int cellEnd = tab < 0 ? end : tab;
      Line cell = Line.of(surface, at, cellEnd);
      if (!cell.isBlank()) {
        cells.add(cell);
      }
      at = cellEnd + 1;
    }
    return cells;
  }
}
