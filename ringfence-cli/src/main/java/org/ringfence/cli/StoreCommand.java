package org.ringfence.cli;

import picocli.CommandLine.Command;

/** {@code store}: what is done with the store beside serving. */
@Command(
    name = "store",
    header = "Checks, copies and tidies the store of mail and cases.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringfence store check /etc/ringfence/ringfence.yaml",
      "  ringfence store backup /etc/ringfence/ringfence.yaml --to /backup/ringfence.db",
      "  ringfence store purge /etc/ringfence/ringfence.yaml"
    })
final class StoreCommand implements Runnable {
  /** Without a further word there is nothing to do. */
  @Override
  public void run() {
    throw new CommandFailure("What about the store? Try: ringfence store --help");
  }
}
