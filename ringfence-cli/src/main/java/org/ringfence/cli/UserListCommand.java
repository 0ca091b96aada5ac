package org.ringfence.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.ringfence.identity.People;
import org.ringfence.identity.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code user list}: who may sign in. */
@Command(name = "list", header = "Lists who may sign in, and as what.")
final class UserListCommand implements Callable<Integer> {
  private static final String COLUMNS = "%-32s  %-14s  %s";

  private final Console console;

  @Mixin UserOptions options = new UserOptions();

  UserListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Person> people = options.with(console, People::list);
    if (people.isEmpty()) {
      console.out().println("Nobody may sign in. Add somebody with: ringfence user add --help");
      return ExitCodes.CLEAR;
    }
    console.out().println(COLUMNS.formatted("NAME", "ROLE", "SECOND FACTOR"));
    for (Person person : people) {
      console
          .out()
          .println(
              COLUMNS.formatted(
                  person.name(), person.role().key(), person.factor().isPresent() ? "yes" : "no"));
    }
    return ExitCodes.CLEAR;
  }
}
