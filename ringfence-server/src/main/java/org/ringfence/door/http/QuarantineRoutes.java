package org.ringfence.door.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.Custody;
import org.ringfence.custody.Keep;
import org.ringfence.custody.KeptMail;
import org.ringfence.custody.Standing;
import org.ringfence.door.http.token.Scope;
import org.ringfence.mail.Octets;
import org.ringfence.report.KeptReport;

/** What is kept, and who lets it go. */
final class QuarantineRoutes implements Routes {
  private static final Set<String> PARAMETERS = Set.of("standing", "recipient", "before", "limit");
  private static final Set<String> STANDINGS =
      Set.of("quarantined", "held", "waiting", "sending", "sent", "refused", "deleted");

  /** What somebody has to decide about, where nobody says what he wants to see. */
  private static final List<String> UNDECIDED = List.of("quarantined", "held", "refused");

  private static final int MOST_BODY = 256 << 10;

  private final HttpParts parts;

  /** A page of what is kept; {@code next} is the parameter {@code before} of the next one. */
  record Page(List<KeptReport> mails, @Nullable String next) {}

  /** For whom something is to be done; for all where nobody is named. */
  record Asked(@Nullable List<String> recipients) {}

  /** What was done for whom. */
  record Moved(String id, List<Outcome> results) {}

  /**
   * What was done for one recipient.
   *
   * @param outcome "released" or "deleted"; "not-kept": it is not kept for this recipient;
   *     "stands-otherwise": it is on its way, gone or deleted already; "moved-meanwhile": somebody
   *     else was quicker
   */
  record Outcome(String recipient, String outcome, KeptReport.@Nullable State standing) {}

  /** What is to be done. */
  private record Wish(String done, Standing to) {}

  QuarantineRoutes(HttpParts parts) {
    this.parts = parts;
  }

  @Override
  public List<Route> all() {
    Access access = new Access.Scoped(Scope.QUARANTINE);
    return List.of(
        Route.get("/api/v1/quarantine", access, this::list),
        Route.post("/api/v1/quarantine/{id}/release", access, this::release),
        Route.post("/api/v1/quarantine/{id}/delete", access, this::delete));
  }

  private Reply list(Request request) {
    Parameters given = request.parameters(PARAMETERS);
    int limit = given.limit();
    List<Custody.Kept> found =
        parts
            .care()
            .custody()
            .list(
                new Custody.Wanted(
                    standings(given),
                    Optional.of(given.text("recipient")).filter(text -> !text.isEmpty()),
                    given.caseId("before"),
                    limit));
    String next = found.size() < limit ? null : found.getLast().entry().id().text();
    return Reply.json(200, new Page(found.stream().map(KeptReport::of).toList(), next));
  }

  private static List<String> standings(Parameters given) {
    String text = given.text("standing");
    List<String> wanted = text.isEmpty() ? UNDECIDED : Arrays.asList(text.split(",", -1));
    if (!STANDINGS.containsAll(wanted)) {
      throw Problem.badRequest(
          "The parameter standing takes some of these, with commas between: "
              + String.join(", ", STANDINGS.stream().sorted().toList())
              + ".");
    }
    return wanted;
  }

  private Reply release(Request request) {
    return move(
        request,
        recipient ->
            new Wish(
                "released",
                new Standing.Waiting(
                    recipient, Standing.Purpose.RELEASE, parts.clock().instant(), 0)));
  }

  private Reply delete(Request request) {
    return move(request, _ -> new Wish("deleted", new Standing.Deleted(parts.clock().instant())));
  }

  /** Makes a wish for a recipient. */
  @FunctionalInterface
  private interface Wishing {
    Wish of(String recipient);
  }

  private Reply move(Request request, Wishing wishing) {
    Custody custody = parts.care().custody();
    KeptMail mail =
        custody
            .mail(request.caseId())
            .orElseThrow(() -> Problem.noSuchCase("It is not kept, or not any more."));
    CaseEntry entry =
        parts
            .care()
            .book()
            .find(mail.id())
            .orElseThrow(() -> Problem.noSuchCase("Nothing is remembered of it any more."));
    List<Outcome> results = new ArrayList<>();
    for (String recipient : recipients(request, mail)) {
      Optional<Keep> keep = keep(mail, recipient);
      results.add(
          keep.isEmpty()
              ? new Outcome(recipient, "not-kept", null)
              : moved(
                  new Custody.Kept(entry, keep.get().recipient(), keep.get().standing()),
                  wishing,
                  request.who()));
    }
    return reply(new Moved(mail.id().text(), results));
  }

  private Outcome moved(Custody.Kept kept, Wishing wishing, String who) {
    Wish wish = wishing.of(kept.recipient());
    if (!isUndecided(kept.standing())) {
      return new Outcome(
          kept.recipient(), "stands-otherwise", KeptReport.State.of(kept.standing()));
    }
    boolean done = parts.care().custody().move(kept, wish.to(), who);
    return done
        ? new Outcome(kept.recipient(), wish.done(), KeptReport.State.of(wish.to()))
        : new Outcome(kept.recipient(), "moved-meanwhile", null);
  }

  private static Reply reply(Moved moved) {
    boolean any =
        moved.results().stream()
            .anyMatch(one -> one.outcome().equals("released") || one.outcome().equals("deleted"));
    if (!any) {
      throw Problem.conflict(
          "It is not kept for these recipients, or was let go before. See GET /api/v1/quarantine"
              + " with the parameter standing.");
    }
    return Reply.json(200, moved);
  }

  private static List<String> recipients(Request request, KeptMail mail) {
    Octets body = request.body(MOST_BODY);
    if (body.length() > 0 && !request.bodyType().equals("application/json")) {
      throw Problem.wrongType("Send a JSON object as application/json, or nothing.");
    }
    List<String> asked = body.length() == 0 ? null : JsonBody.read(body, Asked.class).recipients();
    List<String> all = asked == null ? mail.keeps().stream().map(Keep::recipient).toList() : asked;
    if (all.isEmpty() || all.contains(null)) {
      throw Problem.badRequest("Name one recipient at least, or leave recipients out for all.");
    }
    return all.stream().distinct().toList();
  }

  private static Optional<Keep> keep(KeptMail mail, String recipient) {
    return mail.keeps().stream()
        .filter(keep -> keep.recipient().equalsIgnoreCase(recipient))
        .findFirst();
  }

  private static boolean isUndecided(Standing standing) {
    return switch (standing) {
      case Standing.Quarantined _, Standing.Held _, Standing.Refused _ -> true;
      case Standing.Waiting _, Standing.Sending _, Standing.Sent _, Standing.Deleted _ -> false;
    };
  }
}
