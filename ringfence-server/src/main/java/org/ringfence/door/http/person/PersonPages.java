package org.ringfence.door.http.person;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.custody.Response.Kind;
import org.ringfence.door.http.web.PageReply;
import org.ringfence.door.http.web.PageRequest;
import org.ringfence.door.http.web.PageRoute;
import org.ringfence.door.http.web.PageRoutes;
import org.ringfence.door.http.web.Pages;
import org.ringfence.effect.educate.Lesson;
import org.ringfence.identity.CaseLink.Named;
import org.ringfence.knowledge.LessonText;
import org.ringfence.knowledge.PageText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All pages for recipients. What a link scanner fetches changes nothing: only a form that was shown
 * before, for this link and this step, does.
 */
public final class PersonPages implements PageRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(PersonPages.class);

  private final PersonParts parts;
  private final Pages pages;
  private final ExplainPage explain;
  private final TellPage tell;
  private final CalledPage called;

  /** What is done for somebody whose link is good. */
  @FunctionalInterface
  private interface Handling {
    PageReply answer(PageRequest request, Visit visit);
  }

  /**
   * @param parts what they are about
   * @param pages fills in their templates
   */
  public PersonPages(PersonParts parts, Pages pages) {
    this.parts = parts;
    this.pages = pages;
    this.explain = new ExplainPage(parts, pages);
    this.tell = new TellPage(parts, pages);
    this.called = new CalledPage(parts, pages);
  }

  @Override
  public List<PageRoute> all() {
    return List.of(
        get("/m/{token}", (_, visit) -> explain.show(visit)),
        get("/m/{token}/report", (_, visit) -> tell.ask(visit, Kind.REPORT, 200)),
        post("/m/{token}/report", (request, visit) -> tell.told(request, visit, Kind.REPORT)),
        get("/m/{token}/expected", (_, visit) -> tell.ask(visit, Kind.EXPECTED, 200)),
        post("/m/{token}/expected", (request, visit) -> tell.told(request, visit, Kind.EXPECTED)),
        get("/m/{token}/called", (_, visit) -> called.begin(visit)),
        post("/m/{token}/called", called::answer),
        PageRoute.get("/lesson", this::lesson));
  }

  private PageRoute get(String path, Handling handling) {
    return PageRoute.get(path, request -> own(visited(request, handling, false)));
  }

  private PageRoute post(String path, Handling handling) {
    return PageRoute.post(
        path, request -> own(visited(request, handling, path.endsWith("/called"))));
  }

  /**
   * Without a Referer a browser says "null" for where a form comes from; one that says nothing else
   * would be refused, and whoever called with it.
   */
  private static PageReply own(PageReply reply) {
    return reply.with("Referrer-Policy", "same-origin");
  }

  /**
   * @param anyway whether it is done though the store cannot be had
   */
  private PageReply visited(PageRequest request, Handling handling, boolean anyway) {
    String token = request.path("token");
    Instant now = parts.clock().instant();
    Optional<Named> named = parts.keys().links().read(token, now);
    if (named.isEmpty()) {
      return noLink(request);
    }
    try {
      KnownMail mail = known(named.get(), anyway);
      Reading reading = Reading.of(request, parts.site().guidance().get(), mail.language());
      return handling.answer(request, new Visit(token, named.get(), mail, reading, now));
    } catch (CustodyFailure failure) {
      LOG.error("A page for a recipient has no store: {}", failure.getMessage());
      return trouble(request);
    }
  }

  private KnownMail known(Named named, boolean anyway) {
    try {
      return KnownMail.of(named.id(), parts.records());
    } catch (CustodyFailure failure) {
      if (!anyway) {
        throw failure;
      }
      LOG.error(
          "The store cannot be had while somebody who called is helped: {}", failure.getMessage());
      return KnownMail.none();
    }
  }

  /** The same for a link that was never good and one that is over: it tells nobody which. */
  private PageReply noLink(PageRequest request) {
    Reading reading = Reading.of(request, parts.site().guidance().get(), "");
    return notice(
        404,
        reading,
        PageText.INVALID_HEADING,
        List.of(
            reading.texts().text(PageText.INVALID_TEXT),
            reading.texts().text(PageText.EXPIRED_TEXT)));
  }

  private PageReply trouble(PageRequest request) {
    Reading reading = Reading.of(request, parts.site().guidance().get(), "");
    return notice(
        503,
        reading,
        PageText.TROUBLE_HEADING,
        List.of(reading.texts().text(PageText.TROUBLE_TEXT)));
  }

  private PageReply notice(int status, Reading reading, PageText heading, List<String> lines) {
    Map<String, Object> values = new HashMap<>();
    values.put("reading", new Shown(reading, reading.texts().text(heading), ""));
    values.put("lines", lines);
    values.put("desk", parts.site().desk().lines(reading.texts()));
    values.put("back", "");
    return PageReply.page(status, pages.html("person/notice.jte", values));
  }

  private PageReply lesson(PageRequest request) {
    Reading reading = Reading.of(request, parts.site().guidance().get(), "");
    Map<String, Object> values = new HashMap<>();
    values.put("reading", new Shown(reading, reading.texts().text(LessonText.TITLE), "/lesson"));
    values.put("lesson", Lesson.of(reading.guidance(), reading.language()));
    return pages.page("person/lesson.jte", values);
  }
}
