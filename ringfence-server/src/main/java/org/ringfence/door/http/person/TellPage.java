package org.ringfence.door.http.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.Response;
import org.ringfence.custody.Response.Kind;
import org.ringfence.door.http.web.PageReply;
import org.ringfence.door.http.web.PageRequest;
import org.ringfence.door.http.web.Pages;
import org.ringfence.knowledge.GuidanceTexts;
import org.ringfence.knowledge.PageText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a report, or that a mail was expected: asked once more first, and told once. */
final class TellPage {
  private static final Logger LOG = LoggerFactory.getLogger(TellPage.class);

  private final PersonParts parts;
  private final Pages pages;

  TellPage(PersonParts parts, Pages pages) {
    this.parts = parts;
    this.pages = pages;
  }

  /** Asks. */
  PageReply ask(Visit visit, Kind kind, int status) {
    GuidanceTexts texts = visit.reading().texts();
    Map<String, Object> values = around(visit, kind);
    values.put(
        "question",
        texts.text(kind == Kind.REPORT ? PageText.CONFIRM_REPORT : PageText.CONFIRM_EXPECTED));
    values.put("action", visit.path(kind.key()));
    values.put("back", visit.path(""));
    values.put("form", parts.keys().forms().seal(kind.key(), visit.about(kind.key()), visit.now()));
    return PageReply.page(status, pages.html("person/confirm.jte", values));
  }

  /** Remembers it. A form that is not ours, or too old, is asked again and changes nothing. */
  PageReply told(PageRequest request, Visit visit, Kind kind) {
    String form = request.form().text("form");
    boolean holds =
        parts
            .keys()
            .forms()
            .open(form, visit.about(kind.key()), visit.now())
            .filter(kind.key()::equals)
            .isPresent();
    if (!holds) {
      return ask(visit, kind, 409);
    }
    PageText said = PageText.TOLD_BEFORE;
    if (isNew(visit, kind)) {
      remember(visit, kind);
      said = kind == Kind.REPORT ? PageText.AFTER_REPORT : PageText.AFTER_EXPECTED;
    }
    Map<String, Object> values = around(visit, kind);
    values.put("lines", List.of(visit.reading().texts().text(said)));
    values.put("desk", List.of());
    values.put("back", visit.path(""));
    return pages.page("person/notice.jte", values);
  }

  private boolean isNew(Visit visit, Kind kind) {
    return parts.records().responses().of(visit.named().id()).stream()
        .noneMatch(one -> one.kind() == kind && one.recipient().equals(visit.named().recipient()));
  }

  private void remember(Visit visit, Kind kind) {
    parts
        .records()
        .responses()
        .record(new Response(visit.named().id(), visit.named().recipient(), kind, visit.now(), ""));
    parts
        .records()
        .audit()
        .record(
            new AuditLog.Entry(
                visit.now(),
                visit.named().recipient(),
                kind.key(),
                visit.named().id().text(),
                kind == Kind.REPORT
                    ? "A recipient reports this mail as fraud."
                    : "A recipient says that this mail was expected."));
    LOG.info("A recipient has answered: case={} kind={}", visit.named().id(), kind.key());
  }

  private static Map<String, Object> around(Visit visit, Kind kind) {
    GuidanceTexts texts = visit.reading().texts();
    PageText title = kind == Kind.REPORT ? PageText.REPORT_BUTTON : PageText.EXPECTED_BUTTON;
    Map<String, Object> values = new HashMap<>();
    values.put(
        "reading",
        new Shown(visit.reading(), texts.text(title), "/m/" + visit.token() + "/" + kind.key()));
    return values;
  }
}
