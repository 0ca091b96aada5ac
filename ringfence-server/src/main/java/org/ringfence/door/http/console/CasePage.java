package org.ringfence.door.http.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Keep;
import org.ringfence.custody.KeptMail;
import org.ringfence.door.http.web.PageRefusal;
import org.ringfence.door.http.web.PageReply;
import org.ringfence.identity.Role;
import org.ringfence.mail.Octets;
import org.ringfence.report.CaseReport;
import org.ringfence.report.Json;

/** All that is known of one mail: what was found, its words, its source. */
public final class CasePage {
  private static final int MOST_SOURCE = 200 << 10;

  private final Desk desk;
  private final Json json = new Json();

  /**
   * A case.
   *
   * @param report all that was found out; null where that is not kept
   * @param falls the hallmarks as a waterfall
   * @param keeps how it stands for whom it is kept; none where it is not
   * @param responses what recipients said
   * @param tab "findings", "mail" or "source"
   * @param source the source, where it is the tab
   */
  public record View(
      CaseRow row,
      CaseEntry entry,
      @Nullable CaseReport report,
      Waterfall falls,
      List<Kept> keeps,
      List<ResponseRow> responses,
      String tab,
      String source) {
    /** Whether its words can still be shown. */
    public boolean isKept() {
      return !keeps.isEmpty();
    }
  }

  /**
   * How it stands for one recipient.
   *
   * @param choice what a form says to choose it
   * @param open whether somebody still has to decide
   */
  public record Kept(String recipient, String standing, String choice, boolean open) {}

  CasePage(Desk desk) {
    this.desk = desk;
  }

  List<ConsoleRoute> all() {
    return List.of(
        ConsoleRoute.get("/console/cases/{id}", Role.VIEWER, visit -> show(visit, "findings", "")),
        ConsoleRoute.get(
            "/console/cases/{id}/mail", Role.ANALYST, visit -> show(visit, "mail", "")),
        ConsoleRoute.get("/console/cases/{id}/text", Role.ANALYST, this::text),
        ConsoleRoute.get("/console/cases/{id}/source", Role.ANALYST, this::source));
  }

  private PageReply show(Visit visit, String tab, String source) {
    CaseId id = visit.caseId();
    CaseEntry entry = entry(id);
    Optional<CaseReport> report = report(entry);
    List<Kept> keeps =
        desk.care().custody().mail(id).stream()
            .flatMap(mail -> mail.keeps().stream().map(keep -> kept(mail, keep)))
            .toList();
    View view =
        new View(
            CaseRow.of(entry),
            entry,
            report.orElse(null),
            Waterfall.of(report.map(CaseReport::hallmarks).orElse(List.of())),
            keeps,
            desk.responses().of(id).stream().map(ResponseRow::of).toList(),
            tab,
            source);
    return visit.page("Case", "cases", "case", view);
  }

  private CaseEntry entry(CaseId id) {
    return desk.care()
        .book()
        .find(id)
        .orElseThrow(
            () ->
                new PageRefusal(
                    404,
                    "Nothing is remembered of this mail.",
                    "It never was, or its time is over. Look for another in the list of cases."));
  }

  private Optional<CaseReport> report(CaseEntry entry) {
    return Optional.of(entry.summary().details())
        .filter(details -> !details.isEmpty())
        .map(details -> json.read(details, CaseReport.class));
  }

  private static Kept kept(KeptMail mail, Keep keep) {
    return new Kept(
        keep.recipient(),
        keep.standing().key(),
        new Deciding.Chosen(mail.id(), keep.recipient()).text(),
        Deciding.isOpen(keep.standing()));
  }

  /** Reading somebody's mail is written down first; where that cannot be, it is not read. */
  private Octets read(Visit visit, String what) {
    CaseId id = visit.caseId();
    KeptMail mail =
        desk.care()
            .custody()
            .mail(id)
            .orElseThrow(
                () ->
                    new PageRefusal(
                        404,
                        "The mail itself is not kept, or not any more.",
                        "What was found out about it stands in its case."));
    desk.care()
        .audit()
        .record(
            new AuditLog.Entry(
                desk.clock().instant(), visit.session().name(), "read", id.text(), what));
    return mail.arrival().octets();
  }

  private PageReply text(Visit visit) {
    Octets octets = read(visit, "The words of the message.");
    List<MailText> texts = MailText.of(octets, report(entry(visit.caseId())));
    return PageReply.framed(visit.html("The mail", "cases", "text", texts));
  }

  private PageReply source(Visit visit) {
    Octets octets = read(visit, "The message itself.");
    int shown = Math.min(octets.length(), MOST_SOURCE);
    String text = Shown.block(octets.slice(0, shown).decode(StandardCharsets.UTF_8));
    String cut = shown < octets.length() ? "\n\n[The rest is not shown.]" : "";
    return show(visit, "source", text + cut);
  }
}
