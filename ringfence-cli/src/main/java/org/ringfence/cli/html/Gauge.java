package org.ringfence.cli.html;

import java.util.Locale;
import org.ringfence.cli.show.Words;

/** Small bars beside figures. The figure itself always stands next to the bar, as text. */
final class Gauge {
  private static final int WIDTH = 400;
  private static final double FULL = 6;

  private Gauge() {}

  /** A probability as a bar from 0 to 1. */
  static void write(HtmlWriter html, double score) {
    html.open("p", "class", "score");
    html.element("strong", Words.score(score)).text(" probability of callback phishing").close();
    html.open(
        "svg",
        "class",
        "gauge",
        "viewBox",
        "0 0 " + WIDTH + " 10",
        "aria-hidden",
        "true",
        "preserveAspectRatio",
        "none");
    bar(html, "track", 0, WIDTH);
    bar(html, "fill", 0, Math.clamp(score, 0, 1) * WIDTH);
    html.close();
  }

  /** A share in log-odds as a bar that leaves the middle to the right for, to the left against. */
  static void contribution(HtmlWriter html, double logOdds) {
    double length = Math.min(Math.abs(logOdds), FULL) / FULL * WIDTH / 2;
    double start = logOdds < 0 ? WIDTH / 2.0 - length : WIDTH / 2.0;
    html.open("span", "class", "share");
    html.element("b", Words.contribution(logOdds));
    html.open(
        "svg",
        "viewBox",
        "0 0 " + WIDTH + " 10",
        "aria-hidden",
        "true",
        "preserveAspectRatio",
        "none");
    bar(html, "track", 0, WIDTH);
    bar(html, logOdds < 0 ? "against" : "for", start, length);
    html.empty("line", "x1", "200", "x2", "200", "y1", "0", "y2", "10", "class", "middle");
    html.close().close();
  }

  private static void bar(HtmlWriter html, String kind, double x, double width) {
    html.empty(
        "rect", "class", kind, "x", number(x), "y", "0", "width", number(width), "height", "10");
  }

  /** A coordinate. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
