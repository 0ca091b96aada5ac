package org.ringfence.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringfence.assessment.hallmark.Hallmarks;
import org.ringfence.knowledge.Catalog;
import org.ringfence.knowledge.HallmarkText;
import org.ringfence.knowledge.KnowledgeProblem;
import org.ringfence.knowledge.KnowledgeProblem.Severity;

/** Whether {@code hallmarks.yaml} speaks of the hallmarks that there are. */
final class HallmarkTexts {
  private static final String PATH = "hallmarks.yaml";

  private HallmarkTexts() {}

  /** The texts that belong to no hallmark, and the hallmarks that have no text. */
  static List<KnowledgeProblem> problems(KnowledgeFolder folder, Catalog catalog) {
    List<String> known = new Hallmarks(catalog.brands(), catalog.mailboxProviders()).ids();
    Set<String> written =
        catalog.hallmarks().stream().map(HallmarkText::id).collect(Collectors.toSet());
    List<KnowledgeProblem> problems = new ArrayList<>();
    for (String id : written.stream().filter(id -> !known.contains(id)).sorted().toList()) {
      String next = "allowed are " + String.join(", ", known);
      problems.add(problem(line(folder, id), "unknown hallmark \"" + id + "\"", next));
    }
    for (String id : known.stream().filter(id -> !written.contains(id)).toList()) {
      problems.add(problem(1, "the hallmark \"" + id + "\" has no text", "add one"));
    }
    return problems;
  }

  private static KnowledgeProblem problem(int line, String what, String next) {
    return new KnowledgeProblem(PATH, line, 1, Severity.WARNING, what, next);
  }

  private static int line(KnowledgeFolder folder, String id) {
    List<String> lines = folder.read(PATH).decode(StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().endsWith("id: " + id)) {
        return i + 1;
      }
    }
    return 1;
  }
}
