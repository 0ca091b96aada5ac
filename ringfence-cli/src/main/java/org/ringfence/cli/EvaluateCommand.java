package org.ringfence.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringfence.cli.evaluation.Evaluation;
import org.ringfence.cli.evaluation.Label;
import org.ringfence.cli.evaluation.Outcome;
import org.ringfence.cli.evaluation.Speed;
import org.ringfence.cli.html.EvaluationPage;
import org.ringfence.cli.mailbox.MailFinder;
import org.ringfence.cli.show.EvaluationText;
import org.ringfence.cli.show.VisibleText;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Arrival;
import org.ringfence.mail.Limits;
import org.ringfence.report.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate}: judges a labelled collection and says how well that went. */
@Command(
    name = "evaluate",
    header = "Judges mail whose answer is known, and says how well that went.",
    description = {
      "",
      "The labels are tab-separated values whose first line names the columns: path (relative to"
          + " DIR) and label and, where known, carrier, campaign, language. The label \"callback\""
          + " is callback phishing; all others are not.",
      ""
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  every mail was judged, rightly or not",
      "  2  something could not be read",
      "",
      "Examples:",
      "  ringfence evaluate fixtures --labels fixtures/labels.tsv",
      "  ringfence evaluate mails --labels labels.tsv --report report.html"
    })
final class EvaluateCommand implements Callable<Integer> {
  private final Console console;
  private final Assembly assembly;

  @Mixin SiteOptions site = new SiteOptions();
  @Mixin JobsOption jobs = new JobsOption();

  @Parameters(paramLabel = "DIR", description = "The folder that the labels' paths start from.")
  Path folder = Path.of(".");

  @Option(names = "--labels", required = true, paramLabel = "FILE", description = "The labels.")
  Path labels = Path.of("labels.tsv");

  @Option(
      names = "--report",
      paramLabel = "OUT.html",
      description = "Write a page with curves and every wrong answer.")
  @Nullable Path report;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "text for people, or one JSON object (ringfence schema evaluation).")
  ScanCommand.Format format = ScanCommand.Format.TEXT;

  private int failed;

  EvaluateCommand(Console console, Assembly assembly) {
    this.console = console;
    this.assembly = assembly;
  }

  private record Answer(Label label, Judged judged) {}

  @Override
  public Integer call() {
    LabelledMails mails = LabelledMails.of(folder, labels);
    Evaluation evaluation = evaluate(mails, assembly.assemble(site).judge());
    console
        .out()
        .println(
            switch (format) {
              case TEXT -> new EvaluationText(Colour.AUTO.pen(console)).of(evaluation);
              case JSON -> new Json().line(EvaluationObject.of(evaluation));
            });
    if (report != null) {
      OutputFile.write(report, EvaluationPage.of(labels.toString(), evaluation));
    }
    return failed == 0 ? ExitCodes.CLEAR : ExitCodes.ERROR;
  }

  private Evaluation evaluate(LabelledMails mails, Function<Arrival, CaseRecord> judge) {
    MailFinder finder =
        new MailFinder(Limits.standard().messageBytes(), InputStream.nullInputStream());
    List<Outcome> outcomes = new ArrayList<>();
    long begin = System.nanoTime();
    try (Progress progress = new Progress(console, "evaluate", mails.labels().size(), true);
        var work =
            new OrderedWork<Label, Answer>(
                jobs.count(),
                label -> new Answer(label, Judged.of(mails.read(label, finder), judge)),
                answer -> take(answer, progress, outcomes))) {
      mails.labels().forEach(label -> work.give(label, 0));
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - begin);
    return new Evaluation(outcomes, Speed.of(outcomes, wall));
  }

  private void take(Answer answer, Progress progress, List<Outcome> outcomes) {
    progress.step();
    switch (answer.judged()) {
      case Judged.Case(String _, CaseRecord record) ->
          outcomes.add(
              new Outcome(
                  answer.label(),
                  record.verdict().band(),
                  record.verdict().score(),
                  record.elapsed()));
      case Judged.Failed(String name, String problem) -> complain(progress, name, problem);
      case Judged.Skipped(String name) -> complain(progress, name, "this is no mail.");
    }
  }

  private void complain(Progress progress, String name, String problem) {
    failed++;
    progress.makeRoom();
    console.err().println(VisibleText.line(name) + ": " + problem);
  }
}
