package org.ringfence.cli.html;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringfence.cli.evaluation.Calibration;
import org.ringfence.cli.evaluation.Evaluation;
import org.ringfence.cli.evaluation.Outcome;
import org.ringfence.cli.evaluation.PrecisionRecall;
import org.ringfence.cli.evaluation.Share;
import org.ringfence.cli.evaluation.Speed;
import org.ringfence.cli.evaluation.Tally;
import org.ringfence.cli.show.Words;
import org.ringfence.decision.judge.Band;

/** An evaluation as a page: figures with their intervals, curves, and every wrong answer. */
public final class EvaluationPage {
  private static final int MOST_MISJUDGED = 2_000;

  private final Evaluation evaluation;

  private EvaluationPage(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /**
   * The page for {@code evaluation}.
   *
   * @param collection what was evaluated, for the heading
   */
  public static String of(String collection, Evaluation evaluation) {
    return new Page("Evaluation: " + collection, Stylesheet.shipped())
        .write(html -> new EvaluationPage(evaluation).write(html, collection));
  }

  private void write(HtmlWriter html, String collection) {
    html.element("p", collection, "class", "file").element("h1", "Evaluation");
    tiles(html);
    charts(html);
    table(html, "labels", "By label", evaluation.labels());
    table(html, "campaigns", "Lures by campaign", evaluation.campaigns());
    table(html, "carriers", "Lures by carrier", evaluation.carriers());
    table(html, "others", "Other mail by carrier", evaluation.carriersOfOthers());
    table(html, "languages", "Lures by language", evaluation.languages());
    misjudged(html);
  }

  private void tiles(HtmlWriter html) {
    Speed speed = evaluation.speed();
    html.open("div", "class", "tiles");
    tile(html, percent(evaluation.recall()), "of the lures found: " + evaluation.recall());
    tile(
        html,
        percent(evaluation.falsePositives()),
        "of other mail taken for lures: " + evaluation.falsePositives());
    tile(
        html,
        String.format(Locale.ROOT, "%.0f / s", speed.mailsPerSecond()),
        Words.count(speed.mails(), "mail") + " in " + seconds(speed.wall()));
    tile(
        html,
        millis(speed.median()),
        "median for one mail; 99 of 100 within " + millis(speed.p99()));
    html.close();
  }

  private static void tile(HtmlWriter html, String figure, String meaning) {
    html.open("div", "class", "tile").element("strong", figure).element("span", meaning).close();
  }

  private void charts(HtmlWriter html) {
    html.open("div", "class", "charts");
    precisionRecall(html, PrecisionRecall.of(evaluation.outcomes()));
    calibration(html, Calibration.of(evaluation.outcomes()));
    html.close();
  }

  private static void precisionRecall(HtmlWriter html, PrecisionRecall curve) {
    Chart chart = new Chart("Precision and recall", "recall", "precision");
    String average =
        String.format(Locale.ROOT, "Average precision %.4f.", curve.averagePrecision());
    chart.begin(html, average);
    List<Chart.Point> points = new ArrayList<>();
    curve.points().forEach(p -> points.add(new Chart.Point(p.recall(), p.precision())));
    if (!points.isEmpty()) {
      points.addFirst(new Chart.Point(0, points.getFirst().y()));
    }
    chart.curve(html, points);
    chart.end(html, average + " Every threshold of the score is one point.");
  }

  private static void calibration(HtmlWriter html, Calibration calibration) {
    Chart chart = new Chart("Calibration", "mean score", "share that are lures");
    String brier = String.format(Locale.ROOT, "Brier score %.4f.", calibration.brier());
    chart.begin(html, brier);
    chart.line(html, "ideal", new Chart.Point(0, 0), new Chart.Point(1, 1));
    for (Calibration.Bin bin : calibration.bins()) {
      double x = bin.meanScore();
      chart.line(
          html,
          "whisker",
          new Chart.Point(x, bin.lures().low()),
          new Chart.Point(x, bin.lures().high()));
      chart.dot(html, new Chart.Point(x, bin.lures().value()));
    }
    chart.end(html, brier + " On the dotted line, a score of 0.8 means 8 lures in 10 mails.");
  }

  private static void table(HtmlWriter html, String id, String title, Map<String, Tally> tallies) {
    if (tallies.isEmpty()) {
      return;
    }
    html.open("section", "aria-labelledby", id).element("h2", title, "id", id);
    head(html, List.of("", "Mails", "Clear", "Suspicious", "Found", "Share found, 95 % interval"));
    tallies.forEach((name, tally) -> row(html, name, tally));
    html.close().close().close().close();
  }

  private static void head(HtmlWriter html, List<String> columns) {
    html.open("div", "class", "scroll").open("table").open("thead").open("tr");
    columns.forEach(column -> html.element("th", column, "scope", "col"));
    html.close().close().open("tbody");
  }

  private static void row(HtmlWriter html, String name, Tally tally) {
    html.open("tr").element("th", name, "scope", "row");
    html.element("td", String.valueOf(tally.count()), "class", "figure");
    for (Band band : Band.values()) {
      html.element("td", String.valueOf(tally.count(band)), "class", "figure");
    }
    html.element("td", tally.found().toString(), "class", "figure").close();
  }

  private void misjudged(HtmlWriter html) {
    List<Outcome> wrong = evaluation.misjudged();
    html.open("section", "aria-labelledby", "misjudged");
    html.element("h2", Words.count(wrong.size(), "misjudged mail"), "id", "misjudged");
    if (!wrong.isEmpty()) {
      head(html, List.of("Mail", "Label", "Verdict", "Score"));
      wrong.stream().limit(MOST_MISJUDGED).forEach(outcome -> misjudged(html, outcome));
      html.close().close().close();
    }
    html.close();
  }

  private static void misjudged(HtmlWriter html, Outcome outcome) {
    html.open("tr").element("th", outcome.label().path(), "scope", "row");
    html.element("td", outcome.label().label());
    html.element("td", Words.of(outcome.band()));
    html.element("td", Words.score(outcome.score()), "class", "figure").close();
  }

  private static String percent(Share share) {
    return share.total() == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share.value());
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toNanos() / 1e9);
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
  }
}
