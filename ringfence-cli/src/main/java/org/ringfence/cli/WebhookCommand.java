package org.ringfence.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.ringfence.door.webhook.WebhookServer;
import org.ringfence.door.webhook.WebhookSettings;
import org.ringfence.store.AlertStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code webhook}: receives copies of the site's own alerts until it is told to stop. */
@Command(
    name = "webhook",
    header = "Receives copies of your own alerts, so that their mails can be confirmed as yours.",
    description = {
      "",
      "Serves POST /webhook/azure (Azure Monitor, common alert schema), POST /webhook/sns (Amazon"
          + " SNS) and GET /health, whichever are configured, and keeps what was sent in a ledger."
          + " A delivery is answered with success only when it is on the disk.",
      "",
      "Listens over plain HTTP: let a reverse proxy in front end TLS. Each delivery is one line on"
          + " standard error. Ends cleanly on SIGTERM and Ctrl-C.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringfence webhook --azure-tenant GUID --azure-audience GUID",
      "  ringfence webhook --secret-file /etc/ringfence/secret --listen 127.0.0.1:8025",
      "  ringfence webhook --sns-topic arn:aws:sns:eu-west-1:123456789012:alarms",
      "  ringfence scan --ledger FILE mail.eml    asks the ledger about a mail"
    })
final class WebhookCommand implements Callable<Integer> {
  private final Console console;

  @Mixin WebhookOptions options = new WebhookOptions();

  WebhookCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    WebhookWiring wiring = new WebhookWiring(options, console);
    WebhookSettings settings = wiring.settings();
    wiring.check();
    AlertStore recorder = wiring.recorder();
    try (recorder;
        WebhookServer server = new WebhookServer(settings, wiring.receivers(recorder))) {
      int port = server.start();
      String address = "http://" + settings.host() + ":" + port;
      console
          .out()
          .println("Listening on " + address + "; the ledger is " + wiring.ledger().name() + ".");
      UntilStopped.serve(() -> stop(server, recorder));
    } catch (IOException failure) {
      throw new CommandFailure(String.valueOf(failure.getMessage()), failure);
    }
    return ExitCodes.CLEAR;
  }

  /** The server first: what it has taken is still written. */
  private void stop(WebhookServer server, AlertStore recorder) {
    server.close();
    recorder.close();
    console.out().println("Stopped.");
  }
}
