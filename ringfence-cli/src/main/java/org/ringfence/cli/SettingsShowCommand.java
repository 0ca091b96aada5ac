package org.ringfence.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringfence.cli.show.VisibleText;
import org.ringfence.settings.Overrides;
import org.ringfence.settings.SettingsReader.Shown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code settings show}: every setting with the value that counts. */
@Command(
    name = "show",
    header = "Prints every setting, its value and where that was written.",
    description = {"", "Of secrets it is said that they are there, and nothing else.", ""},
    footerHeading = "%nExample:%n",
    footer = "  ringfence settings show --written /etc/ringfence/ringfence.yaml")
final class SettingsShowCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The file. Without one: the defaults.")
  @Nullable Path file;

  @Option(names = "--written", description = "Leave out what is as it is by default.")
  boolean written;

  SettingsShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    new SettingsSource(console, Optional.ofNullable(file), new Overrides())
        .read().shown().stream()
            .filter(one -> !written || !one.origin().equals("default"))
            .map(SettingsShowCommand::line)
            .forEach(console.out()::println);
    return ExitCodes.CLEAR;
  }

  private static String line(Shown one) {
    return VisibleText.line(
        "%-32s %-40s %s".formatted(one.path(), one.value(), one.origin()).stripTrailing());
  }
}
