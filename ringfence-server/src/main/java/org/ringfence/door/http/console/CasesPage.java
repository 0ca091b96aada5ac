package org.ringfence.door.http.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringfence.custody.CaseBook;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.door.http.web.Form;
import org.ringfence.door.http.web.PageRefusal;
import org.ringfence.door.http.web.PageReply;
import org.ringfence.identity.Role;

/** The list of all mail that is remembered, newest first, with filters. */
public final class CasesPage {
  private static final int MOST = 50;
  private static final int LONGEST = 200;

  private final Desk desk;

  /**
   * What is shown.
   *
   * @param older the address of the next page; empty where there is none
   * @param newest the address of the first page; empty where this is it
   */
  public record View(Filter filter, List<CaseRow> rows, String older, String newest) {
    /** What a browser asks again now and then; null where an older page would not change. */
    public @Nullable String again() {
      return newest.isEmpty() ? filter.address().text() : null;
    }
  }

  /** What somebody filled in, as he wrote it. */
  public record Filter(
      String words,
      String verdict,
      String platform,
      String tenant,
      String number,
      String hallmark,
      String from,
      String to) {
    /** Whether anything is filled in. */
    public boolean any() {
      return !(words + verdict + platform + tenant + number + hallmark + from + to).isEmpty();
    }

    /** Whether anything is filled in beside words and verdict. */
    public boolean isFurther() {
      return !(platform + tenant + number + hallmark + from + to).isEmpty();
    }

    private Address address() {
      return Address.cases()
          .with("words", words)
          .with("verdict", verdict)
          .with("platform", platform)
          .with("tenant", tenant)
          .with("number", number)
          .with("hallmark", hallmark)
          .with("from", from)
          .with("to", to);
    }
  }

  CasesPage(Desk desk) {
    this.desk = desk;
  }

  List<ConsoleRoute> all() {
    return List.of(ConsoleRoute.get("/console/cases", Role.VIEWER, this::list));
  }

  private PageReply list(Visit visit) {
    Form query = visit.request().query();
    Filter filter = filter(query);
    Optional<CaseId> before =
        Optional.of(query.text("before")).filter(CaseId::isName).map(CaseId::new);
    List<CaseEntry> found = desk.care().book().search(query(filter, before));
    List<CaseRow> rows = found.stream().map(CaseRow::of).toList();
    String older =
        found.size() < MOST
            ? ""
            : filter.address().with("before", found.getLast().id().text()).text();
    String newest = before.isEmpty() ? "" : filter.address().text();
    return visit.page("Cases", "cases", "cases", new View(filter, rows, older, newest));
  }

  private static Filter filter(Form query) {
    return new Filter(
        bounded(query, "words"),
        bounded(query, "verdict"),
        bounded(query, "platform"),
        bounded(query, "tenant"),
        bounded(query, "number"),
        bounded(query, "hallmark"),
        bounded(query, "from"),
        bounded(query, "to"));
  }

  private static String bounded(Form query, String name) {
    String text = query.text(name);
    if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      throw PageRefusal.unreadable();
    }
    return text;
  }

  private static CaseBook.Query query(Filter filter, Optional<CaseId> before) {
    return new CaseBook.Query(
        filter.words(),
        filter.verdict(),
        filter.platform(),
        filter.tenant(),
        filter.number().replaceAll("[ ()./-]", ""),
        filter.hallmark(),
        day(filter.from(), 0),
        day(filter.to(), 1),
        before,
        MOST);
  }

  /** The start of a day, or of one after it. */
  private static Optional<Instant> day(String text, int after) {
    try {
      return Optional.of(text)
          .filter(given -> !given.isEmpty())
          .map(given -> LocalDate.parse(given).plusDays(after))
          .map(given -> given.atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException wrong) {
      throw PageRefusal.unreadable();
    }
  }
}
