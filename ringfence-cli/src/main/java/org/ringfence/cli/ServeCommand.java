package org.ringfence.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.ringfence.operation.Hangup;
import org.ringfence.operation.Supervisor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: judges mail while the mail server takes it in, until it is told to stop. */
@Command(
    name = "serve",
    header = "Judges mail where it passes: milter, SMTP, LMTP and HTTP.",
    description = {
      "",
      "Marks each mail with its verdict (X-Ringfence-Verdict, -Score, -Platform, -Tenant,"
          + " -Hallmarks) and with Authentication-Results of its own, and removes such fields where"
          + " a sender wrote them. Callback phishing is marked, held or refused, as --on-callback"
          + " says; everything else is delivered. Or your own mail flow rules say it: --policy.",
      "",
      "Without --config the milter alone is open. SPF, DKIM, DMARC and ARC are checked unless"
          + " --auth says otherwise. Each mail is one line on standard error, without a word of"
          + " it.",
      "",
      "SIGHUP reads settings, knowledge, inventory and rules again, all or nothing. SIGTERM and"
          + " Ctrl-C end it after the mails under way.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringfence serve --config /etc/ringfence/ringfence.yaml",
      "  ringfence serve --own-domain example.com",
      "  ringfence serve --own-domain example.com --on-callback quarantine",
      "  ringfence serve --own-domain example.com --policy policy.yaml",
      "  postconf -e smtpd_milters=inet:127.0.0.1:8891 milter_default_action=accept"
    })
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  private final Console console;
  private final Assembly assembly;

  @Mixin ServeOptions options = new ServeOptions();
  @Mixin SiteOptions site = new SiteOptions();

  ServeCommand(Console console, Assembly assembly) {
    this.console = console;
    this.assembly = assembly;
  }

  @Override
  public Integer call() throws InterruptedException {
    SettingsSource source =
        new SettingsSource(
            console, Optional.ofNullable(options.config), ServeOverrides.of(options, site));
    Supervisor supervisor = new Supervisor(console.environment());
    try (Serving serving = new Serving(console, source, assembly, site)) {
      serving.start();
      boolean isHeard = Hangup.heard(() -> reload(serving, supervisor));
      console.out().println(isHeard ? "SIGHUP reloads." : "This Java does not hear SIGHUP.");
      supervisor.ready("Judging mail.");
      Heartbeat.of(supervisor);
      UntilStopped.serve(() -> stop(serving, supervisor));
    }
    return ExitCodes.CLEAR;
  }

  private static void reload(Serving serving, Supervisor supervisor) {
    supervisor.reloading(System.nanoTime());
    Serving.Reloaded reloaded = serving.reload();
    for (String sentence : reloaded.said()) {
      if (reloaded.counts()) {
        LOG.info("Reloaded. {}", sentence);
      } else {
        sentence.lines().forEach(line -> LOG.error("Not reloaded, as before. {}", line));
      }
    }
    supervisor.ready(reloaded.counts() ? "Judging mail." : "The last reload failed; see the log.");
  }

  private void stop(Serving serving, Supervisor supervisor) {
    supervisor.stopping();
    serving.close();
    console.out().println("Stopped.");
  }
}
