package org.ringfence.cli;

import java.util.concurrent.Callable;
import org.ringfence.settings.SettingsPage;
import picocli.CommandLine.Command;

/** {@code settings page}: prints docs/settings.md. */
@Command(
    name = "page",
    header = "Prints the page of all settings, in Markdown.",
    footerHeading = "%nExample:%n",
    footer = "  ringfence settings page > docs/settings.md")
final class SettingsPageCommand implements Callable<Integer> {
  private final Console console;

  SettingsPageCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.out().print(SettingsPage.text());
    return ExitCodes.CLEAR;
  }
}
