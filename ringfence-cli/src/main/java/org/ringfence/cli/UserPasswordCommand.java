package org.ringfence.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.ringfence.identity.PasswordHash;
import org.ringfence.identity.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code user password}: gives somebody a new password. */
@Command(name = "password", header = "Gives somebody a new password, and signs him out.")
final class UserPasswordCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "NAME", description = "Who: see ringfence user list.")
  String name = "";

  @Mixin UserOptions options = new UserOptions();

  UserPasswordCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Person known = options.with(console, people -> UserOptions.known(people, name));
    PasswordHash password = new NewPassword(console).ask();
    options.with(
        console,
        people -> {
          people.save(
              new Person(
                  known.name(),
                  known.role(),
                  Optional.of(password),
                  known.factor(),
                  known.lastStep()));
          return known;
        });
    console.out().println("The new password of " + known.name() + " counts from now on.");
    return ExitCodes.CLEAR;
  }
}
