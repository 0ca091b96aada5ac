package org.ringfence.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.ringfence.cli.show.VisibleText;
import org.ringfence.cli.show.Words;
import org.ringfence.knowledge.Catalog;
import org.ringfence.knowledge.KnowledgeException;
import org.ringfence.knowledge.KnowledgeProblem;
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
      PlatformExamples examples = new PlatformExamples(folder, assembly.assemble(site).judge());
      return finish(folder, examples.problems(), contents(catalog, examples.paths().size()));
    } catch (KnowledgeException wrong) {
      return finish(folder, wrong.problems(), "");
    }
  }

  private int finish(KnowledgeFolder folder, List<KnowledgeProblem> problems, String contents) {
    for (KnowledgeProblem problem : problems) {
      console.out().println(VisibleText.line(folder.root() + "/" + problem));
    }
    boolean usable =
        problems.stream().allMatch(p -> p.severity() == KnowledgeProblem.Severity.WARNING);
    String sum =
        problems.isEmpty() ? "nothing is wrong." : Words.count(problems.size(), "problem") + ".";
    console.out().println(VisibleText.line(folder.root().toString()) + ": " + sum + contents);
    return usable ? ExitCodes.CLEAR : ExitCodes.ERROR;
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
