package org.ringfence.knowledge;

import java.util.List;
import java.util.stream.Collectors;

/** The knowledge cannot be used. Says every reason at once, one a line. */
public final class KnowledgeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<KnowledgeProblem> problems;

  /** Takes the reasons, at least one, in the order they are to be shown. */
  public KnowledgeException(List<KnowledgeProblem> problems) {
    super(problems.stream().map(KnowledgeProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** The reasons, by file and line. */
  public List<KnowledgeProblem> problems() {
    return problems;
  }
}
