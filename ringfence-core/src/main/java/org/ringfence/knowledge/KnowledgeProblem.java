package org.ringfence.knowledge;

import java.util.Comparator;

/**
 * Something wrong with a knowledge file, said so that its author can put it right.
 *
 * @param file the path of the file, relative to the root of the knowledge
 * @param line the line, from 1
 * @param column the column, from 1
 * @param severity whether the file can be used all the same
 * @param what what is wrong
 * @param next what is allowed, or what to do; empty where that is plain
 */
public record KnowledgeProblem(
    String file, int line, int column, Severity severity, String what, String next)
    implements Comparable<KnowledgeProblem> {
  private static final Comparator<KnowledgeProblem> ORDER =
      Comparator.comparing(KnowledgeProblem::file)
          .thenComparingInt(KnowledgeProblem::line)
          .thenComparingInt(KnowledgeProblem::column)
          .thenComparing(KnowledgeProblem::what);

  /** Whether the knowledge can be used all the same. */
  public enum Severity {
    /** It cannot. */
    ERROR,
    /** It can, but the author hardly meant it. */
    WARNING
  }

  /** In the order of files and lines. */
  @Override
  public int compareTo(KnowledgeProblem other) {
    return ORDER.compare(this, other);
  }

  /** One line, as compilers write it, so that editors can jump there. */
  @Override
  public String toString() {
    String mark = severity == Severity.WARNING ? "warning: " : "";
    String then = next.isEmpty() ? "" : "; " + next;
    return file + ":" + line + ":" + column + ": " + mark + what + then;
  }
}
