package org.ringfence.cli;

import picocli.CommandLine.Command;

/** {@code settings}: what can be done with a file of settings without serving by it. */
@Command(
    name = "settings",
    header = "Checks and shows the settings of a serving Ringfence.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringfence settings check /etc/ringfence/ringfence.yaml",
      "  ringfence settings show /etc/ringfence/ringfence.yaml"
    })
final class SettingsCommand implements Runnable {
  /** Without a further word there is nothing to do. */
  @Override
  public void run() {
    throw new CommandFailure("What about the settings? Try: ringfence settings --help");
  }
}
