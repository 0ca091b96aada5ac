package org.ringfence.cli;

import java.util.concurrent.Callable;
import org.ringfence.cli.show.Words;
import org.ringfence.knowledge.Catalog;
import org.ringfence.knowledge.KnowledgeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code knowledge check}: reads every knowledge file and says all that is wrong at once. */
@Command(
    name = "check",
    header = "Reads every knowledge file and says all that is wrong with them.",
    description = {
      "",
      "Each problem is one line, file:line:column, with what is allowed or what to do.",
      ""
    },
    footerHeading = "%nExit codes:%n",
    footer = {"  0  all can be used", "  2  something is wrong"})
final class KnowledgeCheckCommand implements Callable<Integer> {
  private final Console console;

  @Mixin SiteOptions.KnowledgeOption knowledge = new SiteOptions.KnowledgeOption();

  KnowledgeCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    KnowledgeFolder folder = KnowledgeFolder.of(knowledge, console);
    try {
      Catalog catalog = Catalog.read(folder);
      console.out().println(folder.root() + ": " + contents(catalog));
      return ExitCodes.CLEAR;
    } catch (KnowledgeException wrong) {
      wrong.problems().forEach(problem -> console.out().println(folder.root() + "/" + problem));
      console.err().println(Words.count(wrong.problems().size(), "problem") + ".");
      return ExitCodes.ERROR;
    }
  }

  private static String contents(Catalog catalog) {
    return "nothing is wrong. "
        + Words.count(catalog.vocabularies().size(), "vocabulary file")
        + ", "
        + Words.count(catalog.brands().size(), "brand")
        + ", "
        + Words.count(catalog.hallmarks().size(), "hallmark")
        + ".";
  }
}
