package org.ringfence.arrival.parse.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.ringfence.arrival.parse.part.PartSink;
import org.ringfence.mail.Link;
import org.ringfence.mail.ParseDefect.Kind;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/** One pass over the tree of one document, without recursion. */
final class Walk {
  private static final Set<String> NOT_TEXT =
      Set.of("script", "style", "template", "meta", "link", "base", "param");
  private static final Set<String> NEVER_SHOWN =
      Set.of("title", "noscript", "datalist", "noframes", "noembed");
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "caption",
          "center",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "html",
          "legend",
          "li",
          "listing",
          "main",
          "menu",
          "nav",
          "ol",
          "optgroup",
          "option",
          "p",
          "pre",
          "section",
          "select",
          "summary",
          "table",
          "tbody",
          "textarea",
          "tfoot",
          "thead",
          "title",
          "ul",
          "xmp");
  private static final int NODES_PER_LOOK = 1_024;
  private static final int CONDITIONAL_CHARS = 64 << 10;

  private final Layout visible = new Layout();
  private final Layout hidden = new Layout();
  private final Deque<Styler.Box> boxes = new ArrayDeque<>();
  private final Links links = new Links();
  private final Styler styler;
  private final List<String> generated;
  private final PartSink out;
  private final Place place;
  private int conditionalLeft = CONDITIONAL_CHARS;

  Walk(StyleSheet sheet, PartSink out, Place place) {
    this.styler = new Styler(sheet);
    this.generated = sheet.generated();
    this.out = out;
    this.place = place;
  }

  /** Reads {@code document}, as far as the deadline allows. */
  void over(Document document) {
    boxes.push(new Styler.Box(Style.ROOT, false));
    int nodes = 0;
    @Nullable Node node = document.firstChild();
    while (node != null) {
      if (++nodes % NODES_PER_LOOK == 0 && out.deadline().isOver()) {
        out.defect(Kind.TIME_OUT, place, "The time was up before the HTML was read.");
        return;
      }
      Node child = enter(node) ? node.firstChild() : null;
      node = child != null ? child : after(node, document);
    }
  }

  /** The node that follows {@code done} and its descendants; leaves what ends on the way. */
  private @Nullable Node after(Node done, Document document) {
    @Nullable Node node = done;
    while (node != null && !node.equals(document)) {
      leave(node);
      Node next = node.nextSibling();
      if (next != null) {
        return next;
      }
      node = node.parent();
    }
    return null;
  }

  private boolean enter(Node node) {
    return switch (node) {
      case Element element -> enter(element);
      case TextNode words -> {
        write(words.getWholeText());
        yield false;
      }
      case Comment comment -> {
        conditional(comment.getData());
        yield false;
      }
      default -> false;
    };
  }

  private boolean enter(Element element) {
    String name = element.normalName();
    Style parent = style();
    Styler.Box box = styler.box(element, parent, BLOCKS.contains(name));
    if (NEVER_SHOWN.contains(name) || (name.equals("dialog") && !element.hasAttr("open"))) {
      box = new Styler.Box(box.style().asGone(), box.block());
    }
    boxes.push(box);
    if (box.block()) {
      shape(Layout::block);
    }
    switch (name) {
      case "a", "area" -> openLink(element);
      case "br" -> shape(Layout::lineBreak);
      case "tr" -> shape(Layout::startRow);
      case "img" -> write(firstOf(element.attr("alt"), element.attr("title")));
      case "input" -> writeInput(element);
      case "form" -> links.add(element.attr("action"), layout(), layout().length());
      default -> {}
    }
    return !NOT_TEXT.contains(name);
  }

  private void leave(Node node) {
    if (!(node instanceof Element element)) {
      return;
    }
    links.close(element);
    switch (element.normalName()) {
      case "td", "th" -> shape(Layout::endCell);
      case "tr" -> shape(Layout::endRow);
      default -> {}
    }
    if (boxes.getFirst().block()) {
      shape(Layout::block);
    }
    boxes.pop();
  }

  private Style style() {
    return boxes.getFirst().style();
  }

  private Layout layout() {
    return style().hides() ? hidden : visible;
  }

  /** Structure shapes the hidden text always, and the visible where it has a box. */
  private void shape(Consumer<Layout> structure) {
    structure.accept(hidden);
    if (!style().gone()) {
      structure.accept(visible);
    }
  }

  private void write(String words) {
    if (style().preformatted()) {
      layout().preformatted(words);
    } else {
      layout().flow(words);
    }
  }

  private void writeInput(Element input) {
    switch (input.attr("type").toLowerCase(Locale.ROOT)) {
      case "hidden", "password" -> hidden.flow(input.attr("value"));
      case "checkbox", "radio", "file", "color", "range" -> {}
      case "image" -> write(firstOf(input.attr("alt"), input.attr("value")));
      default -> write(firstOf(input.attr("value"), input.attr("placeholder")));
    }
  }

  private static String firstOf(String wanted, String other) {
    return wanted.isEmpty() ? other : wanted;
  }

  private void openLink(Element anchor) {
    links.open(anchor, layout());
    if (anchor.normalName().equals("area")) {
      write(firstOf(anchor.attr("alt"), anchor.attr("title")));
    }
  }

  /** What stands in a comment for Outlook alone is shown there, and nowhere else. */
  private void conditional(String comment) {
    boolean outlook =
        comment.startsWith("[if") && comment.contains("mso") && !comment.contains("!mso");
    if (outlook && comment.length() <= conditionalLeft) {
      conditionalLeft -= comment.length();
      int start = comment.indexOf("]>") + 2;
      hidden.block();
      Document shown = Parser.htmlParser().parseInput(comment.substring(start), "");
      shown.getElementsByTag("xml").remove();
      hidden.flow(shown.text());
      hidden.block();
    }
  }

  /** Hands over what was found. */
  void emit() {
    for (String words : generated) {
      hidden.block();
      hidden.flow(words);
    }
    emit(SurfaceKind.VISIBLE_HTML, visible);
    emit(SurfaceKind.HIDDEN_HTML, hidden);
    links.emitPhones(place, out);
  }

  private void emit(SurfaceKind kind, Layout layout) {
    List<Link> found = links.in(layout);
    if (!found.isEmpty() || !layout.isBlank()) {
      out.surface(new Surface(kind, place, layout.text(), found));
    }
  }
}
