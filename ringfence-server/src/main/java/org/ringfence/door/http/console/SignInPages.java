package org.ringfence.door.http.console;

import java.util.List;
import java.util.Map;
import org.ringfence.custody.AuditLog;
import org.ringfence.door.http.web.Form;
import org.ringfence.door.http.web.PageReply;
import org.ringfence.door.http.web.PageRequest;
import org.ringfence.door.http.web.PageRoute;
import org.ringfence.identity.Role;
import org.ringfence.identity.Sessions;
import org.ringfence.identity.SignIn;

/** Signing in and out. */
final class SignInPages {
  private static final String HOME = "/console";

  private final Desk desk;
  private final SignIn signIn;
  private final Sessions sessions;
  private final Gate gate;
  private final SessionCookie cookie;

  SignInPages(Desk desk, SignIn signIn, Sessions sessions, Gate gate, SessionCookie cookie) {
    this.desk = desk;
    this.signIn = signIn;
    this.sessions = sessions;
    this.gate = gate;
    this.cookie = cookie;
  }

  List<PageRoute> all() {
    return List.of(
        PageRoute.get("/", _ -> PageReply.seeOther(HOME)),
        PageRoute.get("/sign-in", request -> form(200, "", next(request.query()))),
        PageRoute.post("/sign-in", this::enter),
        gate.guarded(ConsoleRoute.post("/sign-out", Role.VIEWER, this::leave)));
  }

  private PageReply form(int status, String wrong, String next) {
    return PageReply.page(
        status, desk.pages().html("console/signin.jte", Map.of("wrong", wrong, "next", next)));
  }

  private PageReply enter(PageRequest request) {
    Form form = request.form();
    SignIn.Claim claim =
        new SignIn.Claim(
            form.text("name"), form.exact("password"), form.text("code"), request.address());
    String next = next(form);
    return switch (signIn.signIn(claim)) {
      case SignIn.Result.In(var opened) -> entered(opened, next);
      case SignIn.Result.Wrong() ->
          form(401, "Name, password or code is wrong. Nothing more is said, on purpose.", next);
      case SignIn.Result.TooOften() ->
          form(429, "Too much was wrong lately. Wait a while, then try again.", next);
    };
  }

  private PageReply entered(Sessions.Opened opened, String next) {
    String name = opened.session().name();
    gate.entered(name);
    record(name, "sign-in", "At the console.");
    return PageReply.seeOther(next).with("Set-Cookie", cookie.set(opened.secret()));
  }

  private PageReply leave(Visit visit) {
    visit.request().cookie(cookie.name()).ifPresent(sessions::close);
    record(visit.session().name(), "sign-out", "");
    return PageReply.seeOther("/sign-in").with("Set-Cookie", cookie.remove());
  }

  private void record(String name, String action, String detail) {
    desk.care()
        .audit()
        .record(new AuditLog.Entry(desk.clock().instant(), name, action, name, detail));
  }

  /** Attack: a link that signs in here and leads elsewhere. */
  private static String next(Form given) {
    String next = given.text("next");
    return next.matches("/console(/[a-zA-Z0-9]{1,40}){0,2}") ? next : HOME;
  }
}
