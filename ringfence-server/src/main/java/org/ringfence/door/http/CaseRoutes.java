package org.ringfence.door.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.CaseBook;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.KeptMail;
import org.ringfence.door.http.token.Scope;
import org.ringfence.report.EntryReport;
import org.ringfence.report.Json;
import tools.jackson.databind.JsonNode;

/** What is remembered of mail. */
final class CaseRoutes implements Routes {
  private static final String GONE =
      "Nothing is remembered of it: it never was, or its time is over.";
  private static final Set<String> PARAMETERS =
      Set.of(
          "words",
          "verdict",
          "platform",
          "tenant",
          "number",
          "hallmark",
          "from",
          "to",
          "before",
          "limit");
  private static final Set<String> VERDICTS =
      Set.of("clear", "suspicious", "callback-phishing", "not-judged");

  private final HttpParts parts;
  private final Json json = new Json();

  /** A page of cases; {@code next} is the parameter {@code before} of the next one. */
  record Page(List<EntryReport> cases, @Nullable String next) {}

  /** A case with all that was found out; null where that is not kept. */
  record Detail(EntryReport entry, @Nullable JsonNode findings) {}

  CaseRoutes(HttpParts parts) {
    this.parts = parts;
  }

  @Override
  public List<Route> all() {
    Access read = new Access.Scoped(Scope.READ);
    return List.of(
        Route.get("/api/v1/cases", read, this::list),
        Route.get("/api/v1/cases/{id}", read, this::one),
        Route.get(
            "/api/v1/cases/{id}/message", new Access.Scoped(Scope.QUARANTINE), this::message));
  }

  private Reply list(Request request) {
    Parameters given = request.parameters(PARAMETERS);
    int limit = given.limit();
    List<CaseEntry> found =
        parts
            .care()
            .book()
            .search(
                new CaseBook.Query(
                    given.text("words"),
                    given.word("verdict", VERDICTS),
                    given.text("platform"),
                    given.text("tenant"),
                    given.text("number"),
                    given.text("hallmark"),
                    given.instant("from"),
                    given.instant("to"),
                    given.caseId("before"),
                    limit));
    String next = found.size() < limit ? null : found.getLast().id().text();
    return Reply.json(200, new Page(found.stream().map(EntryReport::of).toList(), next));
  }

  private Reply one(Request request) {
    CaseEntry entry =
        parts.care().book().find(request.caseId()).orElseThrow(() -> Problem.noSuchCase(GONE));
    String details = entry.summary().details();
    return Reply.json(
        200, new Detail(EntryReport.of(entry), details.isEmpty() ? null : json.parse(details)));
  }

  /** Reading somebody's mail is written down first; where that cannot be, it is not read. */
  private Reply message(Request request) {
    CaseId id = request.caseId();
    KeptMail mail =
        parts
            .care()
            .custody()
            .mail(id)
            .orElseThrow(() -> Problem.noSuchCase("Its octets are not kept, or not any more."));
    parts
        .care()
        .audit()
        .record(
            new AuditLog.Entry(
                parts.clock().instant(), request.who(), "read", id.text(), "The message itself."));
    return new Reply(
        200,
        "message/rfc822",
        mail.arrival().octets(),
        Map.of("Content-Disposition", "attachment; filename=\"" + id + ".eml\""));
  }
}
