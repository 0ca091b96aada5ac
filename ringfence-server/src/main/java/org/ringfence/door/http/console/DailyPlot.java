package org.ringfence.door.http.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ringfence.custody.Statistics.Verdicts;

/**
 * Mails of each day, piled up by verdict.
 *
 * @param bars pieces of bars, in units of the plot
 * @param labels words below it
 * @param most mails of the fullest day
 */
public record DailyPlot(List<Bar> bars, List<Label> labels, long most) {
  /** Width of the plot. */
  public static final int WIDTH = 720;

  /** Height of its bars. */
  public static final int HEIGHT = 160;

  private static final List<String> PILE =
      List.of("callback-phishing", "suspicious", "not-judged", "clear");

  /**
   * A piece.
   *
   * @param address the mails behind it
   */
  public record Bar(
      double x,
      double y,
      double width,
      double height,
      String verdict,
      String says,
      String address) {}

  /** A word below. */
  public record Label(double x, String text) {}

  /** The plot of some days, the last of them {@code today}. */
  static DailyPlot of(List<Verdicts> counted, LocalDate today, int days) {
    Map<LocalDate, Map<String, Long>> byDay =
        counted.stream()
            .collect(
                Collectors.groupingBy(
                    Verdicts::day,
                    Collectors.groupingBy(
                        Verdicts::verdict, Collectors.summingLong(Verdicts::mails))));
    long most =
        byDay.values().stream()
            .mapToLong(day -> day.values().stream().mapToLong(Long::longValue).sum())
            .max()
            .orElse(0);
    List<Bar> bars = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    double step = (double) WIDTH / days;
    for (int i = 0; i < days; i++) {
      LocalDate day = today.minusDays(days - 1L - i);
      bars.addAll(pile(day, byDay.getOrDefault(day, Map.of()), new Column(i * step, step, most)));
      if ((days - 1 - i) % 7 == 0) {
        labels.add(new Label((i + 0.5) * step, Shown.day(day)));
      }
    }
    return new DailyPlot(bars, labels, most);
  }

  /** Where a day stands. */
  private record Column(double x, double step, long most) {}

  private static List<Bar> pile(LocalDate day, Map<String, Long> mails, Column column) {
    List<Bar> pile = new ArrayList<>();
    double y = HEIGHT;
    for (String verdict : PILE) {
      long many = mails.getOrDefault(verdict, 0L);
      if (many > 0) {
        double height = Math.max(1.5, (double) many / column.most() * HEIGHT);
        y -= height;
        pile.add(
            new Bar(
                column.x() + column.step() * 0.15,
                Math.max(0, y),
                column.step() * 0.7,
                height,
                verdict,
                Shown.day(day) + ": " + Shown.count(many) + " " + Shown.title(verdict),
                Address.cases()
                    .with("verdict", verdict)
                    .with("from", day.toString())
                    .with("to", day.toString())
                    .text()));
      }
    }
    return pile;
  }
}
