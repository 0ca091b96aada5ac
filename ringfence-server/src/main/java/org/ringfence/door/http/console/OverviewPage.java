package org.ringfence.door.http.console;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringfence.custody.CaseBook;
import org.ringfence.custody.Custody;
import org.ringfence.custody.Statistics;
import org.ringfence.custody.Statistics.Sighting;
import org.ringfence.custody.Statistics.Verdicts;
import org.ringfence.door.http.HttpParts;
import org.ringfence.door.http.web.PageReply;
import org.ringfence.identity.Role;

/** What happened lately, at a glance. */
public final class OverviewPage {
  private static final int DAYS = 30;
  private static final int FEW = 8;
  private static final int MOST_SAID = 40;
  private static final int MOST_OPEN = 100;

  private final Desk desk;

  /**
   * What is shown, of the last thirty days.
   *
   * @param open how many kept mails wait for a decision, such as "100+"
   */
  public record View(
      long mails,
      long accused,
      long suspicious,
      String open,
      DailyPlot plot,
      List<CaseRow> accusedCases,
      List<NumberRow> numbers,
      List<ResponseRow> responses,
      List<HttpParts.Part> health) {}

  OverviewPage(Desk desk) {
    this.desk = desk;
  }

  List<ConsoleRoute> all() {
    return List.of(ConsoleRoute.get("/console", Role.VIEWER, this::show));
  }

  private PageReply show(Visit visit) {
    LocalDate today = LocalDate.ofInstant(desk.clock().instant(), ZoneOffset.UTC);
    List<Verdicts> counted = desk.statistics().verdicts(today.minusDays(DAYS - 1), today);
    View view =
        new View(
            counted.stream().mapToLong(Verdicts::mails).sum(),
            sum(counted, "callback-phishing"),
            sum(counted, "suspicious"),
            open(),
            DailyPlot.of(counted, today, DAYS),
            accused(),
            numbers(desk.statistics()),
            responses(),
            desk.house().readiness().get());
    return visit.page("Overview", "overview", "overview", view);
  }

  private static long sum(List<Verdicts> counted, String verdict) {
    return counted.stream()
        .filter(one -> one.verdict().equals(verdict))
        .mapToLong(Verdicts::mails)
        .sum();
  }

  private String open() {
    int open =
        desk.care()
            .custody()
            .list(
                new Custody.Wanted(
                    List.of("quarantined", "held", "refused"),
                    Optional.empty(),
                    Optional.empty(),
                    MOST_OPEN + 1))
            .size();
    return open > MOST_OPEN ? MOST_OPEN + "+" : Integer.toString(open);
  }

  private List<CaseRow> accused() {
    CaseBook.Query query =
        new CaseBook.Query(
            "",
            "callback-phishing",
            "",
            "",
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            FEW);
    return desk.care().book().search(query).stream().map(CaseRow::of).toList();
  }

  /** Who called tells more and more; the last of it is shown. */
  private List<ResponseRow> responses() {
    List<ResponseRow> last = new ArrayList<>();
    desk.responses().list(Optional.empty(), MOST_SAID).stream()
        .map(one -> ResponseRow.of(one.response()))
        .filter(row -> last.stream().noneMatch(row::repeats))
        .limit(FEW)
        .forEach(last::add);
    return last;
  }

  private static List<NumberRow> numbers(Statistics statistics) {
    List<Sighting> seen = statistics.numbers(Optional.empty(), FEW);
    return seen.stream().map(NumberRow::of).toList();
  }
}
