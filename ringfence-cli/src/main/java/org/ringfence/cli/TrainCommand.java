package org.ringfence.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ringfence.cli.evaluation.Label;
import org.ringfence.cli.mailbox.MailFinder;
import org.ringfence.cli.show.VisibleText;
import org.ringfence.cli.show.Words;
import org.ringfence.decision.judge.Example;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.knowledge.JudgeModelFile;
import org.ringfence.mail.Limits;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train}: makes the judge's model from labelled mails. */
@Command(
    name = "train",
    header = "Makes the judge's weights from labelled mail.",
    description = {
      "",
      "The same mails give the same file, to the octet. Labels are as for evaluate; mails of one"
          + " campaign are never split between learning and checking.",
      ""
    },
    footerHeading = "%nExample:%n",
    footer =
        "  ringfence train --labels a/labels.tsv --mails a --labels b.tsv --mails b --out model")
final class TrainCommand implements Callable<Integer> {
  /** One labelled collection. */
  static final class Collection {
    @Option(names = "--labels", required = true, paramLabel = "FILE", description = "Labels.")
    Path labels = Path.of("labels.tsv");

    @Option(
        names = "--mails",
        required = true,
        paramLabel = "DIR",
        description = "The folder that the paths of these labels start from.")
    Path mails = Path.of(".");
  }

  private final Console console;
  private final Assembly assembly;

  @Mixin SiteOptions site = new SiteOptions();
  @Mixin JobsOption jobs = new JobsOption();

  @ArgGroup(exclusive = false, multiplicity = "1..*")
  List<Collection> collections = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the model, such as knowledge/model.")
  Path out = Path.of("model");

  private int failed;

  TrainCommand(Console console, Assembly assembly) {
    this.console = console;
    this.assembly = assembly;
  }

  private record Pupil(Label label, Judged judged) {}

  @Override
  public Integer call() {
    Assembly.Apprentice apprentice = assembly.apprentice(site);
    List<Example> examples = new ArrayList<>();
    for (Collection collection : collections) {
      learn(LabelledMails.of(collection.mails, collection.labels), apprentice, examples);
    }
    if (failed > 0) {
      throw new CommandFailure(
          Words.count(failed, "mail") + " could not be read; no model was written.");
    }
    write(apprentice, examples);
    return ExitCodes.CLEAR;
  }

  private void write(Assembly.Apprentice apprentice, List<Example> examples) {
    Path file = out.resolve(Path.of(JudgeModelFile.PATH).getFileName());
    try {
      Files.createDirectories(out);
      OutputFile.write(file, JudgeModelFile.write(apprentice.train().apply(examples)));
    } catch (IOException failure) {
      throw new CommandFailure(
          out + ": this folder could not be made. Check that its parent is yours.", failure);
    } catch (IllegalArgumentException unfit) {
      throw new CommandFailure("Nothing can be learned from these mails: " + unfit.getMessage());
    }
    console.out().println(file + ": learned from " + Words.count(examples.size(), "mail") + ".");
  }

  private void learn(LabelledMails mails, Assembly.Apprentice apprentice, List<Example> examples) {
    MailFinder finder =
        new MailFinder(Limits.standard().messageBytes(), InputStream.nullInputStream());
    try (Progress progress = new Progress(console, "train", mails.labels().size(), true);
        var work =
            new OrderedWork<Label, Pupil>(
                jobs.count(),
                label ->
                    new Pupil(label, Judged.of(mails.read(label, finder), apprentice.observe())),
                pupil -> take(pupil, progress, apprentice.lesson(), examples))) {
      mails.labels().forEach(label -> work.give(label, 0));
    }
  }

  private void take(
      Pupil pupil, Progress progress, Assembly.Lesson lesson, List<Example> examples) {
    progress.step();
    Label label = pupil.label();
    switch (pupil.judged()) {
      case Judged.Case(String _, CaseRecord record) -> {
        String group = label.campaign().isEmpty() ? label.path() : label.campaign();
        examples.add(lesson.of(label.path(), group, label.isPositive(), record));
      }
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
