package org.ringfence.cli;

import java.util.concurrent.Callable;
import org.ringfence.cli.show.VisibleText;
import org.ringfence.cli.show.Words;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.store.StoreCheck;
import org.ringfence.store.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code store check}: reads all that is kept and says what is wrong with it. */
@Command(
    name = "check",
    header = "Reads all that is kept, and says what is wrong with it.",
    description = {
      "",
      "The database itself, the version of its tables, every kept mail with its digest, how it"
          + " stands, and every case. Nothing is changed; Ringfence may go on serving meanwhile.",
      ""
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  nothing is wrong",
      "  1  something is wrong; each thing is one line",
      "  2  there is no such store, or its key is missing"
    })
final class StoreCheckCommand implements Callable<Integer> {
  private final Console console;

  @Mixin StoreOptions options = new StoreOptions();

  StoreCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    StoreSettings place = options.place(console);
    StoreCheck.Checked checked;
    try (Progress progress = new Progress(console, "Checking", Progress.UNKNOWN, true)) {
      checked = StoreCheck.of(place, options.keyFile(console), _ -> progress.step());
    } catch (CustodyFailure failure) {
      throw StoreOptions.failure(failure);
    }
    checked.faults().forEach(fault -> console.out().println(VisibleText.line(fault)));
    console
        .out()
        .println(
            VisibleText.line(place.name())
                + ": "
                + (checked.faults().isEmpty()
                    ? "nothing is wrong"
                    : Words.count(checked.faults().size(), "fault"))
                + ". "
                + Words.count(checked.mails(), "kept mail")
                + ", "
                + Words.count(checked.cases(), "case")
                + ".");
    return checked.faults().isEmpty() ? ExitCodes.CLEAR : ExitCodes.FOUND;
  }
}
