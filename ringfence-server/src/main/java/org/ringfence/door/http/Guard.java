package org.ringfence.door.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringfence.door.http.token.Scope;
import org.ringfence.door.http.token.Token;
import org.ringfence.door.http.token.Tokens;

/** Lets in who may make a request. */
final class Guard {
  /** RFC 6750 §2.1; the bound keeps a long head from being hashed. */
  private static final Pattern BEARER =
      Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]{1,200}=*)");

  /** Whoever may ask without a token. */
  private static final String NOBODY = "-";

  private static final List<String> OF_A_PROXY =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private final Tokens tokens;
  private final Tries tries;
  private final InstantSource clock;
  private final boolean loopback;

  /**
   * @param loopback whether only this machine can reach the door
   */
  Guard(Tokens tokens, Tries tries, InstantSource clock, boolean loopback) {
    this.tokens = tokens;
    this.tries = tries;
    this.clock = clock;
    this.loopback = loopback;
  }

  /**
   * The name of whoever makes the request.
   *
   * @throws Problem where he may not
   */
  String admit(Context context, Access access) {
    return switch (access) {
      case Access.Open() -> NOBODY;
      case Access.Scoped(Scope scope) -> holder(context, scope);
      case Access.LocalOr(Scope scope) ->
          isLocal(context) && context.header("Authorization") == null
              ? NOBODY
              : holder(context, scope);
    };
  }

  /**
   * Attack: a page in a browser of this machine has its own name resolve to 127.0.0.1 and asks us;
   * the name stands in Host. And a proxy on this machine brings strangers.
   */
  private boolean isLocal(Context context) {
    String host = Optional.ofNullable(context.header("Host")).orElse("").toLowerCase(Locale.ROOT);
    boolean named = host.matches("(localhost|127\\.[0-9.]+|\\[::1])(:[0-9]+)?");
    return loopback
        && named
        && context.header("Origin") == null
        && OF_A_PROXY.stream().allMatch(field -> context.header(field) == null);
  }

  private String holder(Context context, Scope scope) {
    List<String> given = Collections.list(context.req().getHeaders("Authorization"));
    if (given.isEmpty()) {
      throw Problem.noToken();
    }
    Matcher bearer = BEARER.matcher(given.getFirst());
    Optional<Token> known =
        given.size() == 1 && bearer.matches() ? tokens.find(bearer.group(1)) : Optional.empty();
    Token token = known.orElseThrow(() -> wrong(context));
    if (token.isExpired(clock.instant())) {
      throw Problem.expiredToken();
    }
    if (!token.scopes().contains(scope)) {
      throw Problem.narrowToken(scope.key());
    }
    return token.name();
  }

  private Problem wrong(Context context) {
    return tries.isOneTooMany(InetAddress.ofLiteral(bare(context.req().getRemoteAddr())))
        ? Problem.tooManyTries()
        : Problem.wrongToken();
  }

  private static String bare(String address) {
    return address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
  }
}
