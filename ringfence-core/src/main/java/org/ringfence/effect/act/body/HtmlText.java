package org.ringfence.effect.act.body;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ringfence.arrival.parse.html.CharacterReferences;

/** What is changed in one text of HTML; all the rest of it stays character for character. */
final class HtmlText implements HtmlTokens.Visitor {
  /** What may stand before the body without being shown. */
  private static final Set<String> HEAD =
      Set.of("html", "head", "meta", "title", "style", "link", "base", "script");

  private static final Set<String> NEVER_READ = Set.of("script", "style");
  private static final Set<String> LINKS = Set.of("href", "xlink:href", "action");
  private static final int REFERENCE = 40;
  private static final int CONDITIONS = 400;

  private final String html;
  private final Optional<Disarming> disarming;
  private final TextEdits edits = new TextEdits();
  private final Letters letters = new Letters();
  private final Optional<NumberHunt> hunt;
  private int top = -1;
  private boolean inComment;
  private boolean unlinked;

  HtmlText(String html, Optional<Disarming> disarming) {
    this.html = html;
    this.disarming = disarming;
    this.hunt = disarming.map(one -> new NumberHunt(one, edits, HtmlWords::of));
  }

  /** Works out the edits. */
  TextChange change(Optional<String> block) {
    new HtmlTokens(html, 0, html.length(), this).run();
    hunt.ifPresent(one -> one.over(letters));
    block.ifPresent(words -> edits.insert(top < 0 ? html.length() : top, words));
    return TextChange.of(html, edits, hunt, unlinked);
  }

  @Override
  public void text(int start, int end) {
    int shown = start;
    while (shown < end && (html.charAt(shown) <= ' ' || html.charAt(shown) == '\uFEFF')) {
      shown++;
    }
    if (shown < end) {
      atTop(shown);
    }
    if (disarming.isPresent()) {
      read(start, end, letters);
    }
  }

  @Override
  public void tag(HtmlTokens.Tag tag) {
    if (tag.name().equals("body") && !tag.isEnd()) {
      atTop(tag.end());
    } else if (!HEAD.contains(tag.name())) {
      atTop(tag.start());
    }
    if (disarming.isPresent()) {
      tag.attributes().forEach(this::attribute);
    }
  }

  /**
   * What stands in a comment for Outlook alone is shown there, so it is read too; the warning never
   * goes in there. What an unclosed comment hides, some clients show.
   */
  @Override
  public void comment(int start, int end, boolean closed) {
    if (!closed) {
      atTop(start);
    }
    int condition =
        html.startsWith("<!--[if", start)
            ? html.indexOf("]>", start, Math.min(end, start + CONDITIONS))
            : -1;
    if (condition >= 0 && !inComment) {
      inComment = true;
      new HtmlTokens(html, condition + 2, end, this).run();
      inComment = false;
    }
  }

  /** Where it ends is not so sure if it holds a comment: the warning goes before it. */
  @Override
  public void raw(HtmlTokens.Tag tag, int start, int end, boolean closed) {
    if (top < 0 && !(closed && html.indexOf("<!--", start, end) < 0)) {
      atTop(tag.start());
    }
    if (disarming.isPresent() && !NEVER_READ.contains(tag.name())) {
      read(start, end, letters);
    }
  }

  private void atTop(int place) {
    if (top < 0 && !inComment) {
      top = place;
    }
  }

  private void attribute(HtmlTokens.Attribute attribute) {
    if (LINKS.contains(attribute.name())) {
      if (PhoneSchemes.isPhone(decoded(attribute.valueStart(), attribute.valueEnd()))) {
        edits.replace(attribute.start(), attribute.end(), "");
        unlinked = true;
      }
      return;
    }
    var shown = new Letters();
    read(attribute.valueStart(), attribute.valueEnd(), shown);
    hunt.ifPresent(one -> one.over(shown));
  }

  /** The beginning of an address, without what clients leave out of it. */
  private String decoded(int start, int end) {
    var address = new StringBuilder();
    int i = start;
    while (i < end && address.length() < REFERENCE) {
      int next = referenceEnd(i, end);
      String piece = html.substring(i, next);
      piece = next > i + 1 ? CharacterReferences.decode(piece) : piece;
      piece.chars().filter(c -> c > ' ').forEach(c -> address.append((char) c));
      i = next;
    }
    return address.toString().toLowerCase(Locale.ROOT);
  }

  private void read(int start, int end, Letters into) {
    int i = start;
    while (i < end) {
      int reference = html.charAt(i) == '&' ? referenceEnd(i, end) : i + 1;
      if (reference > i + 1) {
        int from = i;
        CharacterReferences.decode(html.substring(i, reference))
            .codePoints()
            .forEach(c -> into.add(c, from, reference));
        i = reference;
      } else {
        int c = html.codePointAt(i);
        into.add(c, i, Math.min(end, i + Character.charCount(c)));
        i += Character.charCount(c);
      }
    }
  }

  /** Where the character reference at {@code start} ends; the next character where it is none. */
  private int referenceEnd(int start, int end) {
    int i = start + 1;
    if (html.charAt(start) != '&' || i >= end) {
      return i;
    }
    boolean numeric = html.charAt(i) == '#';
    i += numeric ? 1 : 0;
    boolean hex = numeric && i < end && (html.charAt(i) | 0x20) == 'x';
    i += hex ? 1 : 0;
    int first = i;
    int last = Math.min(end, start + REFERENCE);
    while (i < last && isReference(html.charAt(i), numeric, hex)) {
      i++;
    }
    if (i == first) {
      return start + 1;
    }
    boolean ended = i < end && html.charAt(i) == ';';
    return ended ? i + 1 : numeric ? i : start + 1;
  }

  private static boolean isReference(char c, boolean numeric, boolean hex) {
    return numeric ? Character.digit(c, hex ? 16 : 10) >= 0 : Character.isLetterOrDigit(c);
  }
}
