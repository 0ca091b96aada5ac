package org.ringfence.effect.act.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts HTML into tokens with their places (WHATWG HTML §13.2.5), in one pass and without a tree.
 *
 * <p>A parser that builds a document and writes it out again would change every mail it touches;
 * this one only says where what stands. It cuts as browsers do, unclosed tags and comments
 * included.
 */
final class HtmlTokens {
  /** Elements whose content is text until their end tag, whatever it looks like. */
  private static final Set<String> RAW =
      Set.of("script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext");

  /** The same, with character references. */
  private static final Set<String> RAW_WITH_REFERENCES = Set.of("textarea", "title");

  private static final Set<String> TOLD =
      Set.of("href", "xlink:href", "action", "alt", "title", "value", "placeholder");

  private final String html;
  private final int to;
  private final Visitor visitor;
  private int at;

  /** Who is told of the tokens, in their order. */
  interface Visitor {
    /** Text in which character references stand for characters. */
    void text(int start, int end);

    /** A start tag or an end tag. */
    void tag(Tag tag);

    /** A comment, or what browsers take for one. */
    void comment(int start, int end, boolean closed);

    /** The content of an element that holds text alone. */
    void raw(Tag tag, int start, int end, boolean closed);
  }

  /**
   * A tag.
   *
   * @param name in lower case
   * @param attributes those that matter here, in their order
   */
  record Tag(String name, int start, int end, boolean isEnd, List<Attribute> attributes) {
    Tag {
      attributes = List.copyOf(attributes);
    }
  }

  /**
   * An attribute with a value.
   *
   * @param name in lower case
   * @param start where its name begins
   * @param end one past its value and the quotes around it
   */
  record Attribute(String name, int start, int valueStart, int valueEnd, int end) {}

  HtmlTokens(String html, int from, int to, Visitor visitor) {
    this.html = html;
    this.at = from;
    this.to = to;
    this.visitor = visitor;
  }

  void run() {
    int text = at;
    while (at < to) {
      int open = html.indexOf('<', at, to);
      if (open < 0) {
        break;
      }
      boolean tag = isLetter(open + 1) || (is('/', open + 1) && isLetter(open + 2));
      boolean comment = is('!', open + 1) || is('?', open + 1) || is('/', open + 1);
      at = open + 1;
      if (tag || comment) {
        text(text, open);
        at = open;
        if (tag) {
          tag();
        } else {
          comment();
        }
        text = at;
      }
    }
    text(text, to);
  }

  private void text(int start, int end) {
    if (start < end) {
      visitor.text(start, end);
    }
  }

  private void comment() {
    int start = at;
    int end = html.startsWith("<!--", start) ? commentEnd(start + 4) : after('>', start + 2);
    at = end < 0 ? to : end;
    visitor.comment(start, at, end >= 0);
  }

  private int commentEnd(int content) {
    if (is('>', content)) {
      return content + 1;
    }
    if (is('-', content) && is('>', content + 1)) {
      return content + 2;
    }
    int dashes = indexOf("--", content);
    while (dashes >= 0) {
      if (is('>', dashes + 2)) {
        return dashes + 3;
      }
      if (is('!', dashes + 2) && is('>', dashes + 3)) {
        return dashes + 4;
      }
      dashes = indexOf("--", dashes + 1);
    }
    return -1;
  }

  private int after(char wanted, int from) {
    int found = from < to ? html.indexOf(wanted, from, to) : -1;
    return found < 0 ? -1 : found + 1;
  }

  private int indexOf(String wanted, int from) {
    return from < to ? html.indexOf(wanted, from, to) : -1;
  }

  private void tag() {
    int start = at;
    boolean isEnd = is('/', start + 1);
    int nameStart = start + (isEnd ? 2 : 1);
    at = nameStart;
    while (at < to && !isBlank(at) && !is('/', at) && !is('>', at)) {
      at++;
    }
    String name = html.substring(nameStart, at).toLowerCase(Locale.ROOT);
    List<Attribute> attributes = attributes();
    if (at >= to) {
      return;
    }
    at++;
    Tag tag = new Tag(name, start, at, isEnd, attributes);
    visitor.tag(tag);
    if (!isEnd && (RAW.contains(name) || RAW_WITH_REFERENCES.contains(name))) {
      raw(tag);
    }
  }

  /** Reads up to the end of the tag; at the end of the document there is no tag. */
  private List<Attribute> attributes() {
    List<Attribute> attributes = new ArrayList<>();
    while (at < to) {
      while (at < to && (isBlank(at) || is('/', at))) {
        at++;
      }
      if (at >= to || is('>', at)) {
        break;
      }
      attribute(attributes);
    }
    return attributes;
  }

  private void attribute(List<Attribute> attributes) {
    int start = at;
    at++;
    while (at < to && !isBlank(at) && !is('/', at) && !is('>', at) && !is('=', at)) {
      at++;
    }
    int nameEnd = at;
    skipBlanks();
    if (!is('=', at)) {
      return;
    }
    at++;
    skipBlanks();
    int valueStart = at;
    int valueEnd;
    if (is('"', at) || is('\'', at)) {
      int behind = after(html.charAt(at), at + 1);
      valueStart = at + 1;
      valueEnd = behind < 0 ? to : behind - 1;
      at = behind < 0 ? to : behind;
    } else {
      while (at < to && !isBlank(at) && !is('>', at)) {
        at++;
      }
      valueEnd = at;
    }
    String name = html.substring(start, nameEnd).toLowerCase(Locale.ROOT);
    if (TOLD.contains(name)) {
      attributes.add(new Attribute(name, start, valueStart, valueEnd, at));
    }
  }

  private void raw(Tag tag) {
    int start = at;
    int end = tag.name().equals("plaintext") ? -1 : indexOf("</", at);
    while (end >= 0 && !endsRaw(tag.name(), end + 2)) {
      end = indexOf("</", end + 2);
    }
    boolean closed = end >= 0;
    at = closed ? end : to;
    visitor.raw(tag, start, at, closed);
  }

  private boolean endsRaw(String name, int from) {
    int behind = from + name.length();
    return html.regionMatches(true, from, name, 0, name.length())
        && (isBlank(behind) || is('/', behind) || is('>', behind));
  }

  private void skipBlanks() {
    while (at < to && isBlank(at)) {
      at++;
    }
  }

  private boolean is(char wanted, int index) {
    return index < to && html.charAt(index) == wanted;
  }

  private boolean isLetter(int index) {
    char c = index < to ? (char) (html.charAt(index) | 0x20) : ' ';
    return c >= 'a' && c <= 'z';
  }

  private boolean isBlank(int index) {
    char c = index < to ? html.charAt(index) : 'x';
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
