package org.ringfence.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ringfence.cli.show.VisibleText;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.store.Backup;
import org.ringfence.store.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code store backup}: copies the store while it is in use. */
@Command(
    name = "backup",
    header = "Copies the store while it is in use.",
    description = {
      "",
      "The copy is the store as it was at one instant, and a store itself: put it in the place of"
          + " the other to go back to it, with the same key file. Copying the file by other means"
          + " while Ringfence serves would leave out what is in its log.",
      ""
    },
    footerHeading = "%nExample:%n",
    footer = "  ringfence store backup /etc/ringfence/ringfence.yaml --to /backup/ringfence.db")
final class StoreBackupCommand implements Callable<Integer> {
  private final Console console;

  @Mixin StoreOptions options = new StoreOptions();

  @Option(
      names = "--to",
      paramLabel = "FILE",
      required = true,
      description = "The copy; it must not be there yet.")
  Path to = Path.of("");

  StoreBackupCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    switch (options.place(console)) {
      case StoreSettings.Sqlite file -> copy(file);
      case StoreSettings.Postgres(var address, var _, var _) ->
          throw new CommandFailure(
              address + ": a PostgreSQL store is copied by pg_dump --format=custom.");
    }
    return ExitCodes.CLEAR;
  }

  private void copy(StoreSettings.Sqlite file) {
    if (console.isTerminal("err")) {
      console
          .err()
          .println("Copying " + VisibleText.line(file.name()) + "; this may take a while.");
    }
    try {
      Backup.copy(file, to);
    } catch (CustodyFailure failure) {
      throw StoreOptions.failure(failure);
    }
    console.out().println(VisibleText.line(to + " is a copy of " + file.name() + "."));
  }
}
