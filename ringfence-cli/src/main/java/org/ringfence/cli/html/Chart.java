package org.ringfence.cli.html;

import java.util.List;

/**
 * A square chart of two shares, each from 0 to 1, drawn as inline SVG.
 *
 * @param title what it shows
 * @param across the name of the horizontal axis
 * @param up the name of the vertical axis
 */
record Chart(String title, String across, String up) {
  private static final double LEFT = 50;
  private static final double TOP = 10;
  private static final double SIDE = 300;

  /** A point in shares. */
  record Point(double x, double y) {}

  /** Opens the chart with its frame and names; {@link #end} closes it. */
  void begin(HtmlWriter html, String description) {
    html.open("figure", "class", "chart").element("h3", title);
    html.open(
        "svg", "viewBox", "0 0 360 350", "role", "img", "aria-label", title + ". " + description);
    for (int i = 0; i <= 4; i++) {
      double share = i / 4.0;
      line(html, "grid", new Point(0, share), new Point(1, share));
      line(html, "grid", new Point(share, 0), new Point(share, 1));
      label(html, Gauge.number(share), x(share), TOP + SIDE + 16, "middle");
      label(html, Gauge.number(share), LEFT - 6, y(share) + 4, "end");
    }
    line(html, "axis", new Point(0, 0), new Point(1, 0));
    line(html, "axis", new Point(0, 0), new Point(0, 1));
    label(html, across, LEFT + SIDE / 2, TOP + SIDE + 34, "middle");
    html.open(
        "text",
        "text-anchor",
        "middle",
        "transform",
        "translate(11 " + Gauge.number(TOP + SIDE / 2) + ") rotate(-90)");
    html.text(up).close();
  }

  void end(HtmlWriter html, String caption) {
    html.close().element("figcaption", caption).close();
  }

  void line(HtmlWriter html, String kind, Point from, Point to) {
    html.empty(
        "line",
        "class",
        kind,
        "x1",
        at(x(from.x())),
        "y1",
        at(y(from.y())),
        "x2",
        at(x(to.x())),
        "y2",
        at(y(to.y())));
  }

  void dot(HtmlWriter html, Point at) {
    html.empty("circle", "class", "dot", "cx", at(x(at.x())), "cy", at(y(at.y())), "r", "4");
  }

  void curve(HtmlWriter html, List<Point> points) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      path.append(at(x(point.x()))).append(',').append(at(y(point.y()))).append(' ');
    }
    html.empty("polyline", "class", "curve", "points", path.toString());
  }

  private static void label(HtmlWriter html, String text, double x, double y, String anchor) {
    html.element("text", text, "x", at(x), "y", at(y), "text-anchor", anchor);
  }

  private static double x(double share) {
    return LEFT + share * SIDE;
  }

  private static double y(double share) {
    return TOP + (1 - share) * SIDE;
  }

  private static String at(double value) {
    return Gauge.number(value);
  }
}
