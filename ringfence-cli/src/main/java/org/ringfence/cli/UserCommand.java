package org.ringfence.cli;

import picocli.CommandLine.Command;

/** {@code user}: who may sign in at the console. */
@Command(
    name = "user",
    header = "Adds, lists and removes the people who may sign in at the console.",
    description = {
      "",
      "Passwords are typed, or come on standard input: an argument could be read by everybody on"
          + " this machine.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringfence user add ines --role analyst",
      "  ringfence user list",
      "  ringfence user password ines",
      "  ringfence user remove ines"
    })
final class UserCommand implements Runnable {
  @Override
  public void run() {
    throw new CommandFailure("No command was given. Try: ringfence user --help");
  }
}
