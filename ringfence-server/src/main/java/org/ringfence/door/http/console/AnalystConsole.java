package org.ringfence.door.http.console;

import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.ringfence.door.http.web.PageRoute;
import org.ringfence.door.http.web.PageRoutes;
import org.ringfence.identity.PasswordHash;
import org.ringfence.identity.People;
import org.ringfence.identity.Sessions;
import org.ringfence.identity.SignIn;

/** All pages for people who have signed in. */
public final class AnalystConsole implements PageRoutes {
  private static final int SALT_BYTES = 16;
  private static final int PASSWORD_BYTES = 32;

  private final Desk desk;
  private final Gate gate;
  private final SignInPages signIn;

  /**
   * @param secure whether browsers come by TLS
   * @param chance makes as many bytes as asked for that nobody can foresee
   */
  public AnalystConsole(Desk desk, People people, boolean secure, IntFunction<byte[]> chance) {
    Sessions sessions = new Sessions(desk.clock(), chance);
    SessionCookie cookie = new SessionCookie(secure);
    PasswordHash nobodys =
        PasswordHash.of(
            HexFormat.of().formatHex(chance.apply(PASSWORD_BYTES)), chance.apply(SALT_BYTES));
    this.desk = desk;
    this.gate = new Gate(people, sessions, desk.pages(), cookie);
    this.signIn =
        new SignInPages(
            desk, new SignIn(people, sessions, desk.clock(), nobodys), sessions, gate, cookie);
  }

  @Override
  public List<PageRoute> all() {
    Deciding deciding = new Deciding(desk);
    Stream<ConsoleRoute> pages =
        Stream.of(
                new OverviewPage(desk).all(),
                new CasesPage(desk).all(),
                new CasePage(desk).all(),
                new QuarantinePage(desk, deciding).all(),
                new HousePages(desk).all())
            .flatMap(List::stream);
    return Stream.concat(signIn.all().stream(), pages.map(gate::guarded)).toList();
  }
}
