package org.ringfence.door.http.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ringfence.custody.CaseId;
import org.ringfence.door.http.web.PageRefusal;
import org.ringfence.door.http.web.PageReply;
import org.ringfence.door.http.web.PageRequest;
import org.ringfence.door.http.web.Pages;
import org.ringfence.identity.Role;
import org.ringfence.identity.Session;

/** A request of somebody who may make it. */
record Visit(PageRequest request, Session session, Pages pages) {

  /** A page of a template. */
  PageReply page(String title, String section, String template, Object view) {
    return PageReply.page(200, html(title, section, template, view));
  }

  /** The HTML of it. */
  String html(String title, String section, String template, Object view) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("around", surroundings(title, section));
    values.put("view", view);
    return pages.html("console/" + template + ".jte", values);
  }

  private Surroundings surroundings(String title, String section) {
    return new Surroundings(
        title,
        section,
        session.name(),
        session.role().includes(Role.ANALYST),
        session.role().includes(Role.ADMINISTRATOR),
        session.csrf());
  }

  /**
   * The case that the path names.
   *
   * @throws PageRefusal where it can be none
   */
  CaseId caseId() {
    String name = request.path("id");
    if (!CaseId.isName(name)) {
      throw PageRefusal.nothingHere();
    }
    return new CaseId(name);
  }
}
