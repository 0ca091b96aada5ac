package org.ringfence.cli;

import java.util.concurrent.Callable;
import org.ringfence.cli.show.Words;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.store.Purging.Purged;
import org.ringfence.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code store purge}: forgets what is too old. */
@Command(
    name = "purge",
    header = "Forgets what the settings say is too old, at once.",
    description = {
      "",
      "Serving does the same once an hour. Mail that still waits to be sent or confirmed stays,"
          + " however old it is. It goes in small steps, and mail is taken in meanwhile.",
      ""
    },
    footerHeading = "%nExample:%n",
    footer = "  ringfence store purge /etc/ringfence/ringfence.yaml")
final class StorePurgeCommand implements Callable<Integer> {
  private final Console console;

  @Mixin StoreOptions options = new StoreOptions();

  StorePurgeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Store store = options.open(console);
        Progress progress = new Progress(console, "Purging", Progress.UNKNOWN, true)) {
      Purged purged = store.purge(_ -> progress.step());
      console
          .out()
          .println(
              "Forgotten: "
                  + Words.count(purged.mails(), "kept mail")
                  + ", "
                  + Words.count(purged.cases(), "case")
                  + ", "
                  + Words.count(purged.other(), "other row")
                  + ".");
    } catch (CustodyFailure failure) {
      throw StoreOptions.failure(failure);
    }
    return ExitCodes.CLEAR;
  }
}
