package org.ringfence.cli;

import java.util.concurrent.Callable;
import org.ringfence.identity.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code user remove}: lets somebody sign in no more. */
@Command(name = "remove", header = "Lets somebody sign in no more, and signs him out.")
final class UserRemoveCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "NAME", description = "Who: see ringfence user list.")
  String name = "";

  @Mixin UserOptions options = new UserOptions();

  UserRemoveCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Person removed =
        options.with(
            console,
            people -> {
              Person known = UserOptions.known(people, name);
              people.remove(known.name());
              return known;
            });
    console.out().println("Removed " + removed.name() + ".");
    return ExitCodes.CLEAR;
  }
}
