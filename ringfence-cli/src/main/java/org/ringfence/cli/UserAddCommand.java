package org.ringfence.cli;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ringfence.identity.People;
import org.ringfence.identity.Person;
import org.ringfence.identity.Role;
import org.ringfence.identity.Totp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code user add}: lets somebody sign in. */
@Command(
    name = "add",
    header = "Lets somebody sign in; asks for the password.",
    description = {
      "",
      "Roles: viewer (look), analyst (also read mail, release and delete it), administrator (also"
          + " see the audit log and the settings).",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringfence user add ines --role analyst",
      "  ringfence user add ines --role analyst --second-factor < password.txt"
    })
final class UserAddCommand implements Callable<Integer> {
  private static final int FACTOR_BYTES = 20;

  private final Console console;

  @Parameters(paramLabel = "NAME", description = "Who; the name in the audit log.")
  String name = "";

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "viewer, analyst or administrator.")
  String role = "";

  @Option(
      names = "--second-factor",
      description = "Ask for a code of an authenticator program too; prints what it needs, once.")
  boolean factor;

  @Mixin UserOptions options = new UserOptions();

  UserAddCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String who = UserOptions.name(name);
    Role may =
        Role.of(role.toLowerCase(Locale.ROOT))
            .orElseThrow(
                () -> new CommandFailure("--role takes viewer, analyst or administrator."));
    options.with(console, people -> requireNew(people, who));
    Optional<Totp> second = factor ? Optional.of(newFactor()) : Optional.empty();
    Person person = new Person(who, may, Optional.of(new NewPassword(console).ask()), second, 0);
    options.with(
        console,
        people -> {
          people.save(person);
          return person;
        });
    console.out().println("Added " + who + ", who may sign in from now on.");
    second.ifPresent(made -> console.out().println(made.address(who)));
    return ExitCodes.CLEAR;
  }

  private static boolean requireNew(People people, String who) {
    if (people.find(who).isPresent()) {
      throw new CommandFailure(
          "There is somebody of that name already. See: ringfence user password --help");
    }
    return true;
  }

  private static Totp newFactor() {
    byte[] chance = new byte[FACTOR_BYTES];
    new SecureRandom().nextBytes(chance);
    return Totp.of(chance);
  }
}
