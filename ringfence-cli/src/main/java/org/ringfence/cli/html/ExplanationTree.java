package org.ringfence.cli.html;

import java.util.List;
import org.ringfence.cli.show.Defanged;
import org.ringfence.decision.judge.Explanation;

/** The tree of reasons as nested lists that fold. */
final class ExplanationTree {
  private static final int DEEPEST = 12;
  private static final int MOST_PARTS = 60;

  private ExplanationTree() {}

  static void write(HtmlWriter html, Explanation root) {
    html.open("div", "class", "tree");
    node(html, root, 0);
    html.close();
  }

  private static void node(HtmlWriter html, Explanation node, int depth) {
    if (node.parts().isEmpty() || depth == DEEPEST) {
      html.open("p");
      line(html, node);
      html.close();
      return;
    }
    if (depth < 2) {
      html.open("details", "open", "open");
    } else {
      html.open("details");
    }
    html.open("summary");
    line(html, node);
    html.close().open("ul");
    List<Explanation> parts = node.parts();
    for (Explanation part : parts.subList(0, Math.min(parts.size(), MOST_PARTS))) {
      html.open("li");
      node(html, part, depth + 1);
      html.close();
    }
    if (parts.size() > MOST_PARTS) {
      html.element("li", "and " + (parts.size() - MOST_PARTS) + " smaller ones", "class", "quiet");
    }
    html.close().close();
  }

  private static void line(HtmlWriter html, Explanation node) {
    Gauge.contribution(html, node.value());
    html.element("span", Defanged.of(node.description()), "class", "what");
  }
}
