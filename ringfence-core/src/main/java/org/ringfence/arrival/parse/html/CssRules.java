package org.ringfence.arrival.parse.html;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of style elements into rules (CSS Syntax Level 3, what mail needs of it). */
final class CssRules {
  private static final int CSS_CHARS = 256 << 10;

  private final String css;
  private final int limit;
  private final List<Block> blocks = new ArrayList<>();
  private int at;
  private int conditions;

  private CssRules(String css, int limit) {
    this.css = css;
    this.limit = limit;
  }

  /**
   * One rule.
   *
   * @param selectors what it applies to
   * @param declarations what it says
   * @param conditional whether it stands inside an at-rule that may not apply
   */
  record Block(List<String> selectors, List<Declaration> declarations, boolean conditional) {}

  /** The rules of {@code css}, {@code limit} at most. */
  static List<Block> read(String css, int limit) {
    String bounded = css.substring(0, Math.min(css.length(), CSS_CHARS));
    var rules = new CssRules(withoutComments(bounded), limit);
    rules.read();
    return rules.blocks;
  }

  /** Comments and the HTML comment marks that old documents put around their styles. */
  private static String withoutComments(String css) {
    var out = new StringBuilder(css.length());
    int from = 0;
    for (int open = css.indexOf("/*"); open >= 0; open = css.indexOf("/*", from)) {
      out.append(css, from, open);
      int close = css.indexOf("*/", open + 2);
      from = close < 0 ? css.length() : close + 2;
    }
    return out.append(css, from, css.length()).toString().replace("<!--", "").replace("-->", "");
  }

  private void read() {
    while (at < css.length() && blocks.size() < limit) {
      int open = css.indexOf('{', at);
      int close = css.indexOf('}', at);
      if (close >= 0 && (open < 0 || close < open)) {
        conditions = Math.max(0, conditions - 1);
        at = close + 1;
      } else if (open < 0) {
        return;
      } else {
        rule(css.substring(at, open), open);
      }
    }
  }

  private void rule(String prelude, int open) {
    String head = prelude.substring(prelude.lastIndexOf(';') + 1).strip();
    if (head.startsWith("@")) {
      conditions++;
      at = open + 1;
      return;
    }
    int close = css.indexOf('}', open);
    int end = close < 0 ? css.length() : close;
    List<Declaration> declarations = Declaration.list(css.substring(open + 1, end));
    if (!declarations.isEmpty()) {
      blocks.add(new Block(List.of(head.split(",")), declarations, conditions > 0));
    }
    at = end + 1;
  }
}
