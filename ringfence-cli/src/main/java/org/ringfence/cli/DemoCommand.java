package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.ringfence.cli.demo.DemoApi;
import org.ringfence.cli.demo.DemoMail;
import org.ringfence.cli.demo.Outcome;
import org.ringfence.cli.demo.OutcomeText;
import org.ringfence.cli.demo.Outcomes;
import org.ringfence.cli.demo.Sender;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: everything on loopback for a stranger to look at, and nothing left of it. */
@Command(
    name = "demo",
    header = "Starts everything on this machine, sends the bundled mails through it, shows all.",
    description = {
      "",
      "Opens the SMTP and the HTTP door on free ports of loopback, with a mail server of its own"
          + " behind them, and sends the bundled mails through. Shows what became of each for each"
          + " recipient and why, and where to look. Asks nobody on the network, sends nothing"
          + " out, and removes everything at the end: Ctrl-C.",
      "",
      "Its settings and rules are demo/ringfence.yaml and policy/demo.yaml of the knowledge.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringfence demo                      until Ctrl-C",
      "  ringfence demo --once               ends by itself",
      "  ringfence demo --http-port 8080     with the API at a place you know"
    })
final class DemoCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;
  private static final String RELEASED = "Released through the API, and delivered then: ";
  private static final String NOT_RELEASED = "Released through the API, and not delivered: ";

  private final Console console;
  private final Assembly assembly;

  @Option(names = "--once", description = "Ends when everything was shown.")
  boolean once;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      description = "Where the API is. Default: a free port.")
  @Nullable Integer httpPort;

  @Mixin ColourOption colour = new ColourOption();

  DemoCommand(Console console, Assembly assembly) {
    this.console = console;
    this.assembly = assembly;
  }

  @Override
  public Integer call() throws InterruptedException {
    DemoStage stage = new DemoStage(console, assembly);
    Thread cleaning = new Thread(stage::close, "stop");
    Runtime.getRuntime().addShutdownHook(cleaning);
    try (stage) {
      play(stage);
      if (!once) {
        console.out().println("\nCtrl-C ends it and removes everything.");
        new CountDownLatch(1).await();
      }
    } catch (IOException failure) {
      throw new CommandFailure(String.valueOf(failure.getMessage()), failure);
    }
    forget(cleaning);
    return ExitCodes.CLEAR;
  }

  /** There is nothing to clean any more. */
  private static void forget(Thread cleaning) {
    try {
      Runtime.getRuntime().removeShutdownHook(cleaning);
    } catch (IllegalStateException endingAlready) {
      // It runs, and finds nothing.
    }
  }

  private void play(DemoStage stage) throws IOException, InterruptedException {
    Path knowledge = KnowledgeFolder.of(new SiteOptions().knowledge, console).root();
    List<DemoMail> mails = DemoMail.all(knowledge);
    say("reading the knowledge, opening the store and the doors …");
    DemoStage.Ready ready = stage.start(knowledge, port());
    try (DemoApi api = new DemoApi(ready.http(), ready.token())) {
      Outcomes outcomes = new Outcomes(api, ready.sink());
      say("sending " + mails.size() + " mails through the SMTP door …");
      long begin = System.nanoTime();
      send(mails, ready.smtp());
      outcomes.settle(mails);
      show(outcomes, mails, (System.nanoTime() - begin) / 1e9);
    }
    if (!once) {
      console.out().println(places(ready));
    }
  }

  private OptionalInt port() {
    Integer port = httpPort;
    if (port != null && (port < 1 || port > HIGHEST_PORT)) {
      throw new CommandFailure("--http-port takes a number from 1 to 65535.");
    }
    return port == null ? OptionalInt.empty() : OptionalInt.of(port);
  }

  private void say(String what) {
    console.err().println("ringfence: " + what);
  }

  private void send(List<DemoMail> mails, int port) throws IOException {
    try (Sender sender = new Sender(port);
        Progress progress = new Progress(console, "Sending", mails.size(), true)) {
      for (DemoMail mail : mails) {
        sender.send(mail);
        progress.step();
      }
    }
  }

  private void show(Outcomes outcomes, List<DemoMail> mails, double seconds)
      throws IOException, InterruptedException {
    List<Outcome> all = outcomes.of(mails);
    console.out().println(new OutcomeText(colour.pen(console)).table(all));
    console.out().println(OutcomeText.sum(all, seconds));
    for (Outcome kept : all) {
      if (kept.is("quarantined") && kept.verdict().equals("suspicious")) {
        outcomes.release(kept);
        boolean isOut = outcomes.of(List.of(kept.mail())).getFirst().is("released");
        console.out().println((isOut ? RELEASED : NOT_RELEASED) + kept.mail().path() + ".");
      }
    }
  }

  private static String places(DemoStage.Ready ready) {
    String curl = "  curl -H 'Authorization: Bearer " + ready.token() + "' " + ready.http();
    return String.join(
        "\n",
        "",
        "Where to look while it runs (the token is for this run alone):",
        "  delivered mails       " + ready.mails(),
        "  SMTP door             127.0.0.1:" + ready.smtp(),
        "  what is kept back",
        "  " + curl + "/api/v1/quarantine",
        "  let a mail go",
        "  " + curl + "/api/v1/quarantine/ID/release -X POST",
        "  what was found in a mail",
        "  " + curl + "/api/v1/cases/ID",
        "  metrics for Prometheus",
        "  " + curl + "/metrics");
  }
}
