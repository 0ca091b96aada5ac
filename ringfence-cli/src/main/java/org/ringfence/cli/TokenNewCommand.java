package org.ringfence.cli;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringfence.door.http.token.Scope;
import org.ringfence.door.http.token.Secrets;
import org.ringfence.door.http.token.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code token new}: makes a token and shows its secret, once. */
@Command(
    name = "new",
    header = "Makes a token and prints its secret, which is kept nowhere.",
    description = {
      "",
      "Scopes: scan (have a mail judged), read (cases and rules), quarantine (see and read what is"
          + " kept, release and delete it), admin (reload), metrics (metrics and readiness). None"
          + " includes another; a token may have several.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringfence token new --name grafana --scope metrics",
      "  ringfence token new --name helpdesk --scope read,quarantine --expires 90d"
    })
final class TokenNewCommand implements Callable<Integer> {
  private static final int SECRET_BYTES = 32;
  private static final String TIME = "[1-9][0-9]{0,3}[dh]";

  private final Console console;
  private final InstantSource clock;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "Who it is for; the name in logs and in the audit log.")
  String name = "";

  @Option(
      names = "--scope",
      required = true,
      split = ",",
      paramLabel = "SCOPE",
      description = "What it is good for.")
  List<String> scopes = new ArrayList<>();

  @Option(
      names = "--expires",
      paramLabel = "TIME",
      description = "When it ends: 90d is in ninety days, 12h in twelve hours. Else it does not.")
  @Nullable String expires;

  @Mixin TokenOptions options = new TokenOptions();

  TokenNewCommand(Console console, InstantSource clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    byte[] chance = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(chance);
    String secret = Secrets.of(chance);
    Token token = token(secret);
    options.change(console, old -> with(old, token));
    console.out().println(secret);
    return ExitCodes.CLEAR;
  }

  private Token token(String secret) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try {
      return new Token(name, scopes(), now, end(now), Secrets.digest(secret));
    } catch (IllegalArgumentException wrong) {
      throw new CommandFailure(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private Set<Scope> scopes() {
    return scopes.stream()
        .map(
            key ->
                Scope.of(key)
                    .orElseThrow(
                        () ->
                            new CommandFailure(
                                "--scope takes "
                                    + Stream.of(Scope.values())
                                        .map(Scope::key)
                                        .collect(Collectors.joining(", "))
                                    + "; several with commas between.")))
        .collect(Collectors.toSet());
  }

  private Optional<Instant> end(Instant now) {
    String given = expires;
    if (given == null) {
      return Optional.empty();
    }
    if (!given.matches(TIME)) {
      throw new CommandFailure("--expires takes a number of days or hours, such as 90d or 12h.");
    }
    int number = Integer.parseInt(given.substring(0, given.length() - 1));
    return Optional.of(
        now.plus(given.endsWith("d") ? Duration.ofDays(number) : Duration.ofHours(number)));
  }

  private static List<Token> with(List<Token> old, Token token) {
    if (old.stream().anyMatch(one -> one.name().equals(token.name()))) {
      throw new CommandFailure(
          "There is a token "
              + token.name()
              + " already. Take another name, or revoke that one: ringfence token revoke "
              + token.name());
    }
    return Stream.concat(old.stream(), Stream.of(token)).toList();
  }
}
