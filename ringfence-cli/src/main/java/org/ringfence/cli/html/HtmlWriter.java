package org.ringfence.cli.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.ringfence.cli.show.VisibleText;

/**
 * Writes HTML in which foreign text stays text.
 *
 * <p>Every text and every attribute value is made visible ({@link VisibleText}: no NUL, no control,
 * nothing hidden) and escaped. Names of elements and attributes come from our own code and are
 * checked all the same; those that run script, fetch or submit are refused, and a link may lead
 * only to a place on the same page. What is opened is closed, in order: {@link #toString()} throws
 * if not.
 *
 * <p>Errors are ours alone, so they are {@link IllegalArgumentException} and {@link
 * IllegalStateException}.
 */
public final class HtmlWriter {
  private static final Set<String> REFUSED_ELEMENTS =
      Set.of("script", "iframe", "object", "embed", "form", "base", "img", "link", "style");
  private static final Set<String> REFUSED_ATTRIBUTES =
      Set.of("style", "src", "srcset", "srcdoc", "action", "formaction", "ping", "data");
  private static final Set<String> VOID_ELEMENTS = Set.of("meta", "br", "hr", "wbr");

  private final StringBuilder out = new StringBuilder(1 << 14);
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens {@code element} with attributes given as name, value, name, value. */
  public HtmlWriter open(String element, String... attributes) {
    start(element, attributes);
    open.push(element);
    return this;
  }

  /** Closes the element opened last. */
  public HtmlWriter close() {
    if (open.isEmpty()) {
      throw new IllegalStateException("nothing is open");
    }
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Writes an element that has no content, such as {@code meta}. */
  public HtmlWriter empty(String element, String... attributes) {
    start(element, attributes);
    if (!VOID_ELEMENTS.contains(element)) {
      out.append("</").append(element).append('>');
    }
    return this;
  }

  /** Writes an element that holds only {@code text}. */
  public HtmlWriter element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** Writes text. Line feeds stay; what is hidden or acts is named. */
  public HtmlWriter text(String text) {
    escape(VisibleText.block(text));
    return this;
  }

  /**
   * Begins the document.
   *
   * @param stylesheet our own CSS, which the content security policy admits by its hash
   */
  HtmlWriter begin(String language, String title, Stylesheet stylesheet) {
    out.append("<!doctype html>\n");
    open("html", "lang", language).open("head").empty("meta", "charset", "utf-8");
    empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src "
            + stylesheet.source()
            + "; base-uri 'none'; form-action 'none'");
    empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    empty("meta", "name", "color-scheme", "content", "light dark");
    // A telephone must not turn the scammer's number into something to touch.
    empty("meta", "name", "format-detection", "content", "telephone=no, email=no, address=no");
    empty("meta", "name", "referrer", "content", "no-referrer");
    empty("meta", "name", "robots", "content", "noindex");
    element("title", title);
    out.append("<style>").append(stylesheet.css()).append("</style>");
    return close().open("body");
  }

  /** The finished document. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out.toString();
  }

  private void start(String element, String... attributes) {
    if (!isName(element) || REFUSED_ELEMENTS.contains(element)) {
      throw new IllegalArgumentException("not an element to write: " + element);
    }
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException("an attribute of " + element + " has no value");
    }
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      attribute(attributes[i], attributes[i + 1]);
    }
    out.append('>');
  }

  private void attribute(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!isName(name) || lower.startsWith("on") || REFUSED_ATTRIBUTES.contains(lower)) {
      throw new IllegalArgumentException("not an attribute to write: " + name);
    }
    if (lower.endsWith("href") && !value.startsWith("#")) {
      throw new IllegalArgumentException("a link may only lead to a place on the same page");
    }
    out.append(' ').append(name).append("=\"");
    escape(VisibleText.line(value));
    out.append('"');
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(
                c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '-');
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(unit);
      }
    }
  }
}
