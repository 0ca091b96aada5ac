package org.ringfence.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ringfence.ledger.AlertLedger;
import org.ringfence.settings.Overrides;
import org.ringfence.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code settings check}: whether a service could start with a file of settings. */
@Command(
    name = "check",
    header = "Finds all that is wrong with a file of settings, and what it names.",
    description = {
      "",
      "Reads the settings, the inventory, the knowledge and the rules that they name, and opens no"
          + " door and no store. Exit status: 0 they can be used, 2 they cannot.",
      ""
    },
    footerHeading = "%nExample:%n",
    footer = "  ringfence settings check /etc/ringfence/ringfence.yaml")
final class SettingsCheckCommand implements Callable<Integer> {
  private final Console console;
  private final Assembly assembly;

  @Parameters(paramLabel = "FILE", description = "The file.")
  Path file = Path.of("");

  @Option(names = "--quiet", description = "Say nothing where all is well.")
  boolean quiet;

  SettingsCheckCommand(Console console, Assembly assembly) {
    this.console = console;
    this.assembly = assembly;
  }

  @Override
  public Integer call() {
    Settings settings =
        new SettingsSource(console, Optional.of(file), new Overrides()).read().settings();
    JudgingWiring.Ready ready =
        new JudgingWiring(
                assembly,
                new SiteOptions(),
                AlertLedger.EMPTY,
                new Places(1),
                settings.nextHop().isPresent())
            .ready(settings);
    if (!quiet) {
      console.out().println(file + ": these settings can be used. " + ready.inForce());
    }
    return ExitCodes.CLEAR;
  }
}
