package org.ringfence.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.knowledge.KnowledgeProblem.Severity;

/** The problems of one reading, collected so that an author sees all of them at once. */
final class Problems {
  private final List<KnowledgeProblem> all = new ArrayList<>();

  void error(String file, Position at, String what, String next) {
    all.add(new KnowledgeProblem(file, at.line(), at.column(), Severity.ERROR, what, next));
  }

  void warning(String file, Position at, String what, String next) {
    all.add(new KnowledgeProblem(file, at.line(), at.column(), Severity.WARNING, what, next));
  }

  int count() {
    return all.size();
  }

  List<KnowledgeProblem> warnings() {
    return sorted().stream().filter(one -> one.severity() == Severity.WARNING).toList();
  }

  List<KnowledgeProblem> sorted() {
    return all.stream().distinct().sorted().toList();
  }
}
