package org.ringfence.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ringfence.door.http.token.Scope;
import org.ringfence.door.http.token.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code token list}: the tokens that there are. */
@Command(
    name = "list",
    header = "Lists the tokens: name, scopes, when made and when they end. No secrets are kept.")
final class TokenListCommand implements Callable<Integer> {
  private static final String COLUMNS = "%-24s  %-32s  %-20s  %s";

  private final Console console;
  private final InstantSource clock;

  @Mixin TokenOptions options = new TokenOptions();

  TokenListCommand(Console console, InstantSource clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    List<Token> tokens = options.read(console);
    if (tokens.isEmpty()) {
      console.out().println("There is no token. Make one with: ringfence token new --help");
      return ExitCodes.CLEAR;
    }
    console.out().println(COLUMNS.formatted("NAME", "SCOPES", "MADE", "ENDS"));
    tokens.stream()
        .sorted(Comparator.comparing(Token::name))
        .map(token -> line(token, clock.instant()))
        .forEach(console.out()::println);
    return ExitCodes.CLEAR;
  }

  private static String line(Token token, Instant now) {
    String scopes = token.scopes().stream().map(Scope::key).collect(Collectors.joining(","));
    String end =
        token.expires().map(at -> at + (token.isExpired(now) ? " (over)" : "")).orElse("never");
    return COLUMNS.formatted(token.name(), scopes, token.created(), end);
  }
}
