package org.ringfence.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ringfence.cli.show.VisibleText;
import org.ringfence.cli.show.Words;
import org.ringfence.decision.policy.Decision;
import org.ringfence.knowledge.PolicyAction;
import org.ringfence.knowledge.PolicyFile;
import org.ringfence.report.Json;

/** Lists what rules would have done, counts it, and ends with the sum. */
final class SimulationReport {
  private static final int ROUTE_WIDTH = 10;

  private final Console console;
  private final Progress progress;
  private final PolicyFile file;
  private final boolean json;
  private final Json lines = new Json();
  private final Map<String, Integer> applied = new LinkedHashMap<>();
  private final Map<String, Integer> enforced = new TreeMap<>();
  private final Map<String, Integer> asTheyStand = new TreeMap<>();
  private int mails;
  private int failed;

  /** One line of JSON. */
  record Line(
      String file, String recipient, List<String> rules, List<String> now, List<String> enforced) {}

  SimulationReport(Console console, Progress progress, PolicyFile file, boolean json) {
    this.console = console;
    this.progress = progress;
    this.file = file;
    this.json = json;
    file.rules().forEach(rule -> applied.put(rule.name(), 0));
  }

  /** Takes in one result. */
  void add(Simulation.Result result) {
    progress.step();
    switch (result) {
      case Simulation.Result.Tried(String name, List<Simulation.ForRecipient> decisions) -> {
        mails++;
        decisions.forEach(one -> add(name, one));
      }
      case Simulation.Result.Failed(String name, String problem) -> complain(name, problem);
      case Simulation.Result.Skipped() -> {}
    }
  }

  private void complain(String name, String problem) {
    failed++;
    progress.makeRoom();
    console.err().println(VisibleText.line(name) + ": " + problem);
  }

  private void add(String name, Simulation.ForRecipient one) {
    count(enforced, one.enforced());
    count(asTheyStand, one.asTheyStand());
    one.enforced().applied().forEach(rule -> applied.merge(rule, 1, Integer::sum));
    if (json || !one.enforced().outcomes().isEmpty()) {
      progress.makeRoom();
      console.out().println(json ? json(name, one) : text(name, one));
    }
  }

  private static void count(Map<String, Integer> counts, Decision decision) {
    if (decision.route().isEmpty()) {
      counts.merge(decision.effects().isEmpty() ? "untouched" : "delivered", 1, Integer::sum);
    }
    decision.words().forEach(word -> counts.merge(word, 1, Integer::sum));
  }

  private String json(String name, Simulation.ForRecipient one) {
    return lines.line(
        new Line(
            name,
            one.recipient(),
            one.enforced().applied(),
            one.asTheyStand().words(),
            one.enforced().words()));
  }

  private static String text(String name, Simulation.ForRecipient one) {
    String route = one.enforced().route().map(PolicyAction::word).orElse("deliver");
    String rules =
        one.enforced().outcomes().stream()
            .map(
                outcome -> outcome.rule() + (outcome instanceof Decision.Failed ? " (failed)" : ""))
            .collect(Collectors.joining(", "));
    String to = one.recipient().isEmpty() ? "" : " to " + VisibleText.line(one.recipient());
    return pad(route, ROUTE_WIDTH) + "  " + VisibleText.line(name) + to + ": " + rules;
  }

  /** Ends the output and tells the exit code. */
  int finish() {
    if (!json) {
      console.out().println(summary());
    }
    return failed == 0 ? ExitCodes.CLEAR : ExitCodes.ERROR;
  }

  private String summary() {
    StringBuilder sum = new StringBuilder("\n");
    int width = applied.keySet().stream().mapToInt(String::length).max().orElse(0);
    for (PolicyFile.Rule rule : file.rules()) {
      sum.append("  ").append(pad(rule.name(), width)).append("  ");
      sum.append(pad(rule.mode().name().toLowerCase(Locale.ROOT), 7));
      sum.append(String.format(Locale.ROOT, "  %6d%n", applied.getOrDefault(rule.name(), 0)));
    }
    sum.append('\n').append(Words.count(mails, "mail")).append(".\n");
    sum.append("If every rule were enforced: ").append(counts(enforced)).append(".\n");
    sum.append("As the rules stand: ").append(counts(asTheyStand)).append('.');
    if (failed > 0) {
      sum.append('\n').append(Words.count(failed, "place")).append(" could not be read.");
    }
    return sum.toString();
  }

  private static String counts(Map<String, Integer> counts) {
    return counts.isEmpty()
        ? "nothing"
        : counts.entrySet().stream()
            .map(one -> one.getValue() + " " + one.getKey())
            .collect(Collectors.joining(", "));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
