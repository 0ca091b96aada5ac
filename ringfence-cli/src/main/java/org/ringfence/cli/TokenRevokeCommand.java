package org.ringfence.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.ringfence.door.http.token.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code token revoke}: takes a token back. */
@Command(name = "revoke", header = "Takes a token back.")
final class TokenRevokeCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "NAME", description = "The token's name: see ringfence token list.")
  String name = "";

  @Mixin TokenOptions options = new TokenOptions();

  TokenRevokeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    options.change(console, this::without);
    console.out().println("Revoked.");
    return ExitCodes.CLEAR;
  }

  private List<Token> without(List<Token> old) {
    List<Token> rest = old.stream().filter(token -> !token.name().equals(name)).toList();
    if (rest.size() == old.size()) {
      throw new CommandFailure("There is no token of that name. See: ringfence token list");
    }
    return rest;
  }
}
