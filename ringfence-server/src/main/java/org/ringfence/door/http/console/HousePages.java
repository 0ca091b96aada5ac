package org.ringfence.door.http.console;

import java.util.List;
import java.util.Optional;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Statistics.Sighting;
import org.ringfence.door.http.web.PageReply;
import org.ringfence.identity.Role;

/** Numbers, rules, the audit log and the settings: lists to read. */
public final class HousePages {
  private static final int MOST = 100;

  private final Desk desk;

  /** A page of numbers. */
  public record Numbers(List<NumberRow> rows, String older) {}

  /** A page of the audit log. */
  public record Audit(List<AuditRow> rows, String older) {}

  /** An entry of the audit log. */
  public record AuditRow(
      String at, String actor, String action, String subject, boolean isCase, String detail) {}

  HousePages(Desk desk) {
    this.desk = desk;
  }

  List<ConsoleRoute> all() {
    return List.of(
        ConsoleRoute.get("/console/numbers", Role.VIEWER, this::numbers),
        ConsoleRoute.get(
            "/console/rules",
            Role.VIEWER,
            visit -> visit.page("Rules", "rules", "rules", desk.house().rules().get())),
        ConsoleRoute.get("/console/audit", Role.ADMINISTRATOR, this::audit),
        ConsoleRoute.get(
            "/console/settings",
            Role.ADMINISTRATOR,
            visit -> visit.page("Settings", "settings", "settings", desk.settings().get())));
  }

  private PageReply numbers(Visit visit) {
    Optional<Sighting> before =
        Optional.of(visit.request().query().text("before"))
            .filter(text -> text.matches("\\+[0-9]{3,15}"))
            .flatMap(desk.statistics()::number);
    List<Sighting> seen = desk.statistics().numbers(before, MOST);
    String older =
        seen.size() < MOST
            ? ""
            : new Address("/console/numbers").with("before", seen.getLast().e164()).text();
    return visit.page(
        "Numbers",
        "numbers",
        "numbers",
        new Numbers(seen.stream().map(NumberRow::of).toList(), older));
  }

  private PageReply audit(Visit visit) {
    Optional<Long> before =
        Optional.of(visit.request().query().text("before"))
            .filter(text -> text.matches("[0-9]{1,18}"))
            .map(Long::valueOf);
    List<AuditLog.Numbered> found = desk.care().audit().list(before, MOST);
    String older =
        found.size() < MOST
            ? ""
            : new Address("/console/audit")
                .with("before", Long.toString(found.getLast().number()))
                .text();
    List<AuditRow> rows = found.stream().map(one -> row(one.entry())).toList();
    return visit.page("Audit log", "audit", "audit", new Audit(rows, older));
  }

  private static AuditRow row(AuditLog.Entry entry) {
    return new AuditRow(
        Shown.time(entry.at()),
        entry.actor(),
        entry.action(),
        Shown.line(entry.subject(), 100),
        CaseId.isName(entry.subject()),
        Shown.line(entry.detail(), 300));
  }
}
