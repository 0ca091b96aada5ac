package org.ringfence.effect.act.body;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A warning as a block of HTML or as lines of text.
 *
 * <p>Attack: a mail brings style sheets that hide the warning, or cover it. So the block says all
 * of its looks itself, each declaration twice: once as important, which no style sheet outdoes, and
 * once without, for Outlook, which ignores important declarations. There is no element in it that
 * the mail could have styled by its class, no picture, and no link but one to our own page.
 */
final class WarningBlock {
  private static final int LINE = 76;
  private static final int LONGEST_WORD = 200;
  private static final String RULE = "*".repeat(60);

  private static final List<String> BOX =
      List.of(
          "display:block",
          "visibility:visible",
          "opacity:1",
          "position:relative",
          "z-index:2147483647",
          "top:auto",
          "left:auto",
          "float:none",
          "clear:both",
          "width:auto",
          "height:auto",
          "max-height:none",
          "overflow:visible",
          "transform:none",
          "clip-path:none",
          "filter:none",
          "margin:0 0 16px 0",
          "padding:12px 16px",
          "border:2px solid #b45309",
          "background:#fff7e0");
  private static final List<String> TEXT =
      List.of(
          "visibility:visible",
          "opacity:1",
          "color:#1a1a1a",
          "font-family:Arial,Helvetica,sans-serif",
          "font-size:15px",
          "line-height:1.45",
          "font-style:normal",
          "text-align:left",
          "text-decoration:none",
          "text-indent:0",
          "text-transform:none",
          "letter-spacing:normal",
          "white-space:normal",
          "direction:ltr");

  private final Warning warning;
  private final String lineEnd;

  WarningBlock(Warning warning, String lineEnd) {
    this.warning = warning;
    this.lineEnd = lineEnd;
  }

  /** In ASCII, with no line longer than mail allows. */
  String html() {
    var out = new StringBuilder();
    List<String> box = new ArrayList<>(BOX);
    box.addAll(TEXT);
    box.add("font-weight:normal");
    List<String> strong = new ArrayList<>(TEXT);
    strong.add("display:inline");
    strong.add("font-weight:bold");
    out.append("<div role=\"alert\" lang=\"").append(HtmlWords.of(warning.language()));
    out.append("\" style=\"").append(style(box)).append("\">").append(lineEnd);
    out.append("<b style=\"").append(style(strong)).append("\">");
    out.append(wrapped(HtmlWords.of(warning.heading()))).append("</b>");
    warning
        .lines()
        .forEach(line -> out.append("<br>").append(lineEnd).append(wrapped(HtmlWords.of(line))));
    warning.link().ifPresent(link -> out.append("<br>").append(lineEnd).append(anchor(link)));
    return out.append(lineEnd).append("</div>").append(lineEnd).toString();
  }

  private String anchor(Warning.Link link) {
    List<String> looks = new ArrayList<>(TEXT);
    looks.remove("text-decoration:none");
    looks.remove("color:#1a1a1a");
    looks.addAll(List.of("text-decoration:underline", "color:#0b4f9e", "display:inline"));
    looks.add("font-weight:bold");
    return "<a href=\""
        + HtmlWords.of(link.address())
        + "\" rel=\"noreferrer\" style=\""
        + style(looks)
        + "\">"
        + wrapped(HtmlWords.of(link.words()))
        + "</a>";
  }

  private String style(List<String> declarations) {
    return declarations.stream()
        .map(one -> one + ";" + one + " !important")
        .collect(Collectors.joining(";" + lineEnd));
  }

  /** Lines of text with an empty line below them. */
  String plain() {
    var out = new StringBuilder(RULE).append(lineEnd);
    out.append(wrapped(clean(warning.heading()))).append(lineEnd);
    warning.lines().forEach(line -> out.append(wrapped(clean(line))).append(lineEnd));
    warning
        .link()
        .ifPresent(
            link -> {
              out.append(wrapped(clean(link.words()))).append(lineEnd);
              // A mail program makes a link of an address that stands whole on one line.
              out.append(clean(link.address())).append(lineEnd);
            });
    return out.append(RULE).append(lineEnd).append(lineEnd).toString();
  }

  private static String clean(String words) {
    return words.replaceAll("\\p{Cntrl}", " ");
  }

  private String wrapped(String words) {
    var out = new StringBuilder(words.length() + 16);
    int column = 0;
    for (String word : words.strip().split(" +", -1)) {
      boolean fits = column == 0 || column + 1 + word.length() <= LINE;
      out.append(column == 0 ? "" : fits ? " " : lineEnd);
      column = fits && column > 0 ? column + 1 : 0;
      for (int at = 0; at < word.length(); at += LONGEST_WORD) {
        int end = Math.min(word.length(), at + LONGEST_WORD);
        out.append(at == 0 ? "" : lineEnd).append(word, at, end);
      }
      column += word.length();
    }
    return out.toString();
  }
}
