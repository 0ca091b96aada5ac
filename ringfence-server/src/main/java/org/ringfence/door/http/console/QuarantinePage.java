package org.ringfence.door.http.console;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Custody;
import org.ringfence.custody.Standing;
import org.ringfence.door.http.console.Deciding.Chosen;
import org.ringfence.door.http.console.Deciding.Decision;
import org.ringfence.door.http.web.Form;
import org.ringfence.door.http.web.PageRefusal;
import org.ringfence.door.http.web.PageReply;
import org.ringfence.identity.Role;

/** What is kept, and deciding about it: first asked, then done. */
public final class QuarantinePage {
  private static final int MOST = 50;
  private static final int MOST_CHOSEN = 500;
  private static final Set<String> STANDINGS =
      Set.of("quarantined", "held", "waiting", "sending", "sent", "refused", "deleted");
  private static final List<String> OPEN = List.of("quarantined", "held", "refused");

  private final Desk desk;
  private final Deciding deciding;

  /** What is shown. */
  public record View(
      String standing,
      String recipient,
      List<Row> rows,
      String older,
      String newest,
      String done) {}

  /**
   * A mail for one recipient.
   *
   * @param choice what a form says to choose it
   * @param reason why it is kept, or why the next host refused it
   */
  public record Row(
      CaseRow mail,
      String recipient,
      String standing,
      String reason,
      String choice,
      boolean open) {}

  /**
   * A question before something is done.
   *
   * @param back where to go without doing it
   */
  public record Question(String decision, List<Row> rows, String back) {}

  QuarantinePage(Desk desk, Deciding deciding) {
    this.desk = desk;
    this.deciding = deciding;
  }

  List<ConsoleRoute> all() {
    return List.of(
        ConsoleRoute.get("/console/quarantine", Role.VIEWER, this::list),
        ConsoleRoute.post("/console/quarantine", Role.ANALYST, this::decide));
  }

  private PageReply list(Visit visit) {
    Form query = visit.request().query();
    String standing = STANDINGS.contains(query.text("standing")) ? query.text("standing") : "";
    String recipient = Shown.line(query.text("recipient"), 320);
    Optional<CaseId> before =
        Optional.of(query.text("before")).filter(CaseId::isName).map(CaseId::new);
    List<Custody.Kept> found =
        desk.care()
            .custody()
            .list(
                new Custody.Wanted(
                    standing.isEmpty() ? OPEN : List.of(standing),
                    Optional.of(recipient).filter(text -> !text.isEmpty()),
                    before,
                    MOST));
    Address here =
        new Address("/console/quarantine").with("standing", standing).with("recipient", recipient);
    View view =
        new View(
            standing,
            recipient,
            found.stream().map(QuarantinePage::row).toList(),
            found.size() < MOST
                ? ""
                : here.with("before", found.getLast().entry().id().text()).text(),
            before.isEmpty() ? "" : here.text(),
            done(query));
    return visit.page("Quarantine", "quarantine", "quarantine", view);
  }

  private static String done(Form query) {
    String many = query.text("many");
    if (!many.matches("[0-9]{1,4}")) {
      return "";
    }
    String mails = many.equals("1") ? "1 mail" : many + " mails";
    return Decision.of(query.text("did"))
        .map(
            decision ->
                switch (decision) {
                  case RELEASE -> mails + " released: on the way to the next mail server.";
                  case DELETE -> mails + " deleted.";
                })
        .orElse("");
  }

  private static Row row(Custody.Kept kept) {
    return new Row(
        CaseRow.of(kept.entry()),
        kept.recipient(),
        kept.standing().key(),
        Shown.line(reason(kept.standing()), 200),
        new Chosen(kept.entry().id(), kept.recipient()).text(),
        Deciding.isOpen(kept.standing()));
  }

  private static String reason(Standing standing) {
    return switch (standing) {
      case Standing.Quarantined(String reason) -> reason;
      case Standing.Held(String reason, var until, var _) ->
          reason + " Until " + Shown.time(until) + ".";
      case Standing.Refused(String reply) -> reply;
      case Standing.Sent(var at) -> Shown.time(at);
      case Standing.Deleted(var at) -> Shown.time(at);
      case Standing.Waiting _, Standing.Sending _ -> "";
    };
  }

  private PageReply decide(Visit visit) {
    Form form = visit.request().form();
    Decision decision = Decision.of(form.text("decision")).orElseThrow(PageRefusal::unreadable);
    List<Chosen> chosen =
        form.all("mail").stream()
            .limit(MOST_CHOSEN)
            .flatMap(one -> Chosen.of(one).stream())
            .toList();
    if (chosen.isEmpty()) {
      throw new PageRefusal(
          400, "No mail was chosen.", "Go back and choose the mails that it is about.");
    }
    return form.text("sure").equals("yes")
        ? done(visit, decision, chosen)
        : asked(visit, decision, chosen);
  }

  private PageReply asked(Visit visit, Decision decision, List<Chosen> chosen) {
    List<Row> rows = chosen.stream().flatMap(one -> open(one).stream()).toList();
    if (rows.isEmpty()) {
      throw new PageRefusal(
          409, "Somebody was quicker.", "These mails were decided about meanwhile. See them anew.");
    }
    return visit.page(
        "Are you sure?",
        "quarantine",
        "confirm",
        new Question(decision.word(), rows, "/console/quarantine"));
  }

  private Optional<Row> open(Chosen chosen) {
    Optional<CaseEntry> entry = desk.care().book().find(chosen.id());
    return desk.care().custody().mail(chosen.id()).stream()
        .flatMap(mail -> mail.keeps().stream())
        .filter(keep -> keep.recipient().equalsIgnoreCase(chosen.recipient()))
        .filter(keep -> Deciding.isOpen(keep.standing()))
        .flatMap(
            keep ->
                entry.stream()
                    .map(one -> row(new Custody.Kept(one, keep.recipient(), keep.standing()))))
        .findFirst();
  }

  private PageReply done(Visit visit, Decision decision, List<Chosen> chosen) {
    int many = deciding.decide(chosen, decision, visit.session().name());
    return PageReply.seeOther(
        "/console/quarantine?did=" + decision.word() + "&many=" + Math.min(many, MOST_CHOSEN));
  }
}
