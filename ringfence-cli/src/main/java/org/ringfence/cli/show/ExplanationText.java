package org.ringfence.cli.show;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.decision.judge.Explanation;

/**
 * The tree of reasons as indented lines.
 *
 * @param pen how emphasis is written
 */
record ExplanationText(Pen pen) {
  private static final int DEEPEST = 12;
  private static final int MOST_PARTS = 40;

  List<String> of(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    add(explanation, "", "", lines, 0);
    return lines;
  }

  private void add(Explanation node, String before, String below, List<String> lines, int depth) {
    lines.add(before + value(node.value()) + "  " + description(node));
    List<Explanation> parts = node.parts();
    if (depth == DEEPEST) {
      return;
    }
    for (int i = 0; i < Math.min(parts.size(), MOST_PARTS); i++) {
      boolean last = i == parts.size() - 1;
      add(
          parts.get(i),
          below + (last ? "└ " : "├ "),
          below + (last ? "  " : "│ "),
          lines,
          depth + 1);
    }
    if (parts.size() > MOST_PARTS) {
      lines.add(below + "└ and " + (parts.size() - MOST_PARTS) + " smaller ones");
    }
  }

  private static String description(Explanation node) {
    return Defanged.of(VisibleText.line(node.description(), 160));
  }

  private String value(double logOdds) {
    String number = Words.contribution(logOdds);
    if (Math.abs(logOdds) < 0.005) {
      return pen.write(Pen.Ink.DIM, number);
    }
    return pen.write(logOdds > 0 ? Pen.Ink.BAD : Pen.Ink.GOOD, number);
  }
}
