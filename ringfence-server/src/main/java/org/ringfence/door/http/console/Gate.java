package org.ringfence.door.http.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ringfence.custody.CaseId;
import org.ringfence.door.http.web.PageRefusal;
import org.ringfence.door.http.web.PageReply;
import org.ringfence.door.http.web.PageRequest;
import org.ringfence.door.http.web.PageRoute;
import org.ringfence.door.http.web.Pages;
import org.ringfence.identity.People;
import org.ringfence.identity.Person;
import org.ringfence.identity.Session;
import org.ringfence.identity.Sessions;

/**
 * Lets people in: the one place where it is asked who somebody is and whether he may, and where a
 * form must carry what only our own forms carry.
 */
final class Gate {
  private final People people;
  private final Sessions sessions;
  private final Pages pages;
  private final SessionCookie cookie;
  private final Map<String, Person> known = new ConcurrentHashMap<>();

  Gate(People people, Sessions sessions, Pages pages, SessionCookie cookie) {
    this.people = people;
    this.sessions = sessions;
    this.pages = pages;
    this.cookie = cookie;
  }

  /** The route, for those who may. */
  PageRoute guarded(ConsoleRoute route) {
    return new PageRoute(route.method(), route.path(), request -> answer(route, request));
  }

  private PageReply answer(ConsoleRoute route, PageRequest request) {
    Optional<Session> session = session(request);
    if (session.isEmpty()) {
      return toSignIn(route, request);
    }
    if (!session.get().role().includes(route.role())) {
      throw new PageRefusal(
          403,
          "Your role does not allow this.",
          "Ask an administrator, who can give you another with: ringfence user.");
    }
    boolean isPost = route.method().equals("POST");
    if (isPost && !same(request.form().exact("csrf"), session.get().csrf())) {
      throw new PageRefusal(
          403, "This form is too old, or not ours.", "Open the page anew and try again.");
    }
    return route.handling().answer(new Visit(request, session.get(), pages));
  }

  /** What somebody wanted to see he sees after he signed in; what he wanted to do he does anew. */
  private static PageReply toSignIn(ConsoleRoute route, PageRequest request) {
    if (isByItself(request)) {
      return PageReply.page(200, "").with("HX-Redirect", "/sign-in");
    }
    String path = route.path();
    if (path.contains("{id}")) {
      String id = request.path("id");
      path = CaseId.isName(id) ? path.replace("{id}", id) : "";
    }
    boolean isPage = route.method().equals("GET") && !path.isEmpty();
    return PageReply.seeOther("/sign-in" + (isPage ? "?next=" + path : ""));
  }

  /** The session that a request belongs to; it ends where its person has changed. */
  Optional<Session> session(PageRequest request) {
    Optional<Session> session =
        request
            .cookie(cookie.name())
            .flatMap(isByItself(request) ? sessions::look : sessions::find);
    if (session.isEmpty()) {
      return session;
    }
    String name = session.get().name();
    Optional<Person> person = people.find(name);
    if (person.isEmpty() || isChanged(person.get())) {
      sessions.closeAll(name);
      return Optional.empty();
    }
    return session;
  }

  private static boolean isByItself(PageRequest request) {
    return request.header("HX-Request").isPresent();
  }

  private boolean isChanged(Person person) {
    Person now = person.used(0);
    Person before = known.put(person.name(), now);
    return before != null && !before.equals(now);
  }

  /** Somebody signed in as he is now. */
  void entered(String name) {
    people.find(name).ifPresent(person -> known.put(name, person.used(0)));
  }

  private static boolean same(String given, String right) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
