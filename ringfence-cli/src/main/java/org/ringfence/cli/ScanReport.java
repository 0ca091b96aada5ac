package org.ringfence.cli;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.ringfence.cli.show.CaseText;
import org.ringfence.cli.show.Pen;
import org.ringfence.cli.show.Titles;
import org.ringfence.cli.show.VisibleText;
import org.ringfence.cli.show.Words;
import org.ringfence.decision.judge.Band;
import org.ringfence.report.CaseReport;
import org.ringfence.report.Json;

/** Prints results as they come, counts them, and ends with the sum and the exit code. */
final class ScanReport {
  private final Console console;
  private final Progress progress;
  private final Function<Judged.Case, String> lines;
  private final ScanCommand.Only only;
  private final boolean summed;
  private final long begin = System.nanoTime();
  private final Map<Band, Integer> bands = new EnumMap<>(Band.class);
  private int failed;
  private int skipped;

  /**
   * @param lines how one case is written
   * @param only which cases are written
   * @param summed whether a summary ends the output
   */
  ScanReport(
      Console console,
      Progress progress,
      Function<Judged.Case, String> lines,
      ScanCommand.Only only,
      boolean summed) {
    this.console = console;
    this.progress = progress;
    this.lines = lines;
    this.only = only;
    this.summed = summed;
  }

  /** How cases are written in {@code format}. */
  static Function<Judged.Case, String> lines(ScanCommand.Format format, Pen pen, Titles titles) {
    return switch (format) {
      case TEXT -> {
        CaseText text = new CaseText(pen, titles);
        yield one -> text.of(one.name(), one.record());
      }
      case JSON -> {
        Json json = new Json();
        yield one -> json.line("file", one.name(), CaseReport.of(one.record(), titles::hallmark));
      }
    };
  }

  /** Takes in one result. */
  void add(Judged judged) {
    progress.step();
    switch (judged) {
      case Judged.Case one -> add(one);
      case Judged.Failed(String name, String problem) -> complain(name, problem);
      case Judged.Skipped _ -> skipped++;
    }
  }

  private void add(Judged.Case one) {
    Band band = one.record().verdict().band();
    bands.merge(band, 1, Integer::sum);
    if (only.includes(band)) {
      progress.makeRoom();
      console.out().println(lines.apply(one));
      if (console.out().checkError()) {
        throw new CommandFailure("Standard output was closed; the scan stops here.");
      }
    }
  }

  private void complain(String name, String problem) {
    failed++;
    progress.makeRoom();
    console.err().println(VisibleText.line(name) + ": " + problem);
  }

  /** Ends the output and tells the exit code. */
  int finish(ScanCommand.Only failOn) {
    if (summed) {
      console.out().println(summary());
    }
    if (failed > 0) {
      return ExitCodes.ERROR;
    }
    boolean found = bands.keySet().stream().anyMatch(failOn::includes);
    return found ? ExitCodes.FOUND : ExitCodes.CLEAR;
  }

  private String summary() {
    int mails = bands.values().stream().mapToInt(Integer::intValue).sum();
    StringBuilder sum = new StringBuilder("\n");
    sum.append(Words.count(mails, "mail"));
    sum.append(String.format(Locale.ROOT, " in %.1f s: ", (System.nanoTime() - begin) / 1e9));
    sum.append(count(Band.CALLBACK_PHISHING)).append(" callback phishing, ");
    sum.append(count(Band.SUSPICIOUS)).append(" suspicious, ");
    sum.append(count(Band.CLEAR)).append(" clear.");
    if (skipped > 0) {
      sum.append(' ').append(Words.count(skipped, "file")).append(" that held no mail left alone.");
    }
    if (failed > 0) {
      sum.append(' ').append(Words.count(failed, "place")).append(" could not be read.");
    }
    return sum.toString();
  }

  private int count(Band band) {
    return bands.getOrDefault(band, 0);
  }
}
