package org.ringfence.cli;

import picocli.CommandLine.Command;

/** {@code token}: who may ask the API for what. */
@Command(
    name = "token",
    header = "Makes, lists and revokes the tokens of the HTTP API.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringfence token new --name grafana --scope metrics --expires 90d",
      "  ringfence token list",
      "  ringfence token revoke grafana"
    })
final class TokenCommand implements Runnable {
  @Override
  public void run() {
    throw new CommandFailure("No command was given. Try: ringfence token --help");
  }
}
