package org.ringfence.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ringfence.cli.show.VisibleText;
import org.ringfence.cli.show.Words;
import org.ringfence.knowledge.Catalog;
import org.ringfence.knowledge.Checking;
import org.ringfence.knowledge.Guidance;
import org.ringfence.knowledge.JudgeModelFile;
import org.ringfence.knowledge.KnowledgeException;
import org.ringfence.knowledge.KnowledgeLints;
import org.ringfence.knowledge.KnowledgeProblem;
import org.ringfence.knowledge.Notices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code knowledge check}: reads every knowledge file and says all that is wrong at once. */
@Command(
    name = "check",
    header = "Reads every knowledge file and says all that is wrong with them.",
    description = {
      "",
      "Each problem is one line, file:line:column, with what is allowed or what to do. When the"
          + " files can be used, the platforms' own examples are judged too.",
      ""
    },
    footerHeading = "%nExit codes:%n",
    footer = {"  0  all can be used; there may be warnings", "  2  something is wrong"})
final class KnowledgeCheckCommand implements Callable<Integer> {
  private final Console console;
  private final Assembly assembly;

  @Mixin SiteOptions site = new SiteOptions();

  KnowledgeCheckCommand(Console console, Assembly assembly) {
    this.console = console;
    this.assembly = assembly;
  }

  @Override
  public Integer call() {
    KnowledgeFolder folder = KnowledgeFolder.of(site.knowledge, console);
    try {
      Catalog catalog = Catalog.read(folder);
      List<KnowledgeProblem> problems = new ArrayList<>(KnowledgeLints.check(folder));
      problems.addAll(HallmarkTexts.problems(folder, catalog));
      problems.addAll(problems(() -> Guidance.read(folder, catalog, Checking.FULL)));
      problems.addAll(problems(() -> Notices.read(folder, catalog, Checking.FULL)));
      PlatformExamples examples = examples(folder, problems);
      problems.addAll(examples.problems());
      return finish(folder, problems, contents(catalog, examples.paths().size()));
    } catch (KnowledgeException wrong) {
      List<KnowledgeProblem> problems = new ArrayList<>(KnowledgeLints.unreadFiles(folder));
      problems.addAll(wrong.problems());
      return finish(folder, problems, "");
    }
  }

  /** Mail is judged without these; what is wrong with them is an error all the same. */
  private static List<KnowledgeProblem> problems(Runnable reading) {
    try {
      reading.run();
      return List.of();
    } catch (KnowledgeException wrong) {
      return wrong.problems();
    }
  }

  /** Without a model nothing can be judged, but all else can be checked. */
  private PlatformExamples examples(KnowledgeFolder folder, List<KnowledgeProblem> problems) {
    try {
      JudgeModelFile.read(folder);
      return new PlatformExamples(folder, assembly.assemble(site).judge(), true);
    } catch (KnowledgeException noModel) {
      problems.addAll(noModel.problems());
      return new PlatformExamples(folder, assembly.apprentice(site).observe(), false);
    }
  }

  private int finish(KnowledgeFolder folder, List<KnowledgeProblem> problems, String contents) {
    for (KnowledgeProblem problem : problems.stream().sorted().toList()) {
      console.out().println(VisibleText.line(folder.root() + "/" + problem));
    }
    long errors =
        problems.stream().filter(p -> p.severity() == KnowledgeProblem.Severity.ERROR).count();
    String sum = sum(Math.toIntExact(errors), problems.size() - Math.toIntExact(errors));
    console.out().println(VisibleText.line(folder.root().toString()) + ": " + sum + contents);
    return errors == 0 ? ExitCodes.CLEAR : ExitCodes.ERROR;
  }

  private static String sum(int errors, int warnings) {
    if (errors + warnings == 0) {
      return "nothing is wrong.";
    }
    return Words.count(errors, "error") + ", " + Words.count(warnings, "warning") + ".";
  }

  private static String contents(Catalog catalog, int examples) {
    return " "
        + Words.count(catalog.platforms().size(), "platform")
        + " with "
        + Words.count(examples, "example")
        + ", "
        + Words.count(catalog.vocabularies().size(), "language")
        + ", "
        + Words.count(catalog.brands().size(), "brand")
        + ", "
        + Words.count(catalog.hallmarks().size(), "hallmark")
        + ".";
  }
}
