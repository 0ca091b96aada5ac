package org.ringfence.arrival.parse.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.ringfence.mail.Deadline;
import org.ringfence.mail.Octets;

/**
 * One pass over RTF: groups, control words and characters (RTF 1.9.1, "RTF Syntax").
 *
 * <p>A group inherits the state of the one around it and gives it back at its end. Destinations
 * that show nothing (fonts, styles, pictures, anything marked {@code \*}) are passed over. In HTML
 * wrapped in RTF, {@code \htmltag} groups hold the tags and {@code \htmlrtf} switches off what only
 * RTF readers need ([MS-OXRTFEX] §2.1.3).
 */
final class RtfText {
  private static final int DEEPEST = 200;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Set<String> HIDDEN =
      Set.of(
          "fonttbl",
          "colortbl",
          "stylesheet",
          "info",
          "pict",
          "objdata",
          "themedata",
          "datastore",
          "listtable",
          "listoverridetable",
          "rsidtbl",
          "generator",
          "latentstyles",
          "xmlnstbl");

  private final Octets octets;
  private final TextLayout layout;
  private final Deadline deadline;
  private final Deque<Group> outer = new ArrayDeque<>();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final StringBuilder instruction = new StringBuilder();
  private Group group = new Group(false, false, false, 1);
  private Charset charset = WINDOWS_1252;
  private boolean html;
  private int toSkip;
  private int at;

  /**
   * The state of a group.
   *
   * @param hidden whether its characters are not shown
   * @param htmlOff whether its characters are for readers of RTF only
   * @param field whether it is a field's instruction
   * @param fallback how many characters follow a Unicode one for older readers
   */
  private record Group(boolean hidden, boolean htmlOff, boolean field, int fallback) {
    Group hide() {
      return new Group(true, htmlOff, field, fallback);
    }

    Group show() {
      return new Group(false, false, field, fallback);
    }
  }

  RtfText(Octets octets, TextLayout layout, Deadline deadline) {
    this.octets = octets;
    this.layout = layout;
    this.deadline = deadline;
  }

  /** Whether the text is HTML that was wrapped in RTF. */
  boolean isHtml() {
    return html;
  }

  /** Reads to the end; whether it came there. */
  boolean read() {
    while (at < octets.length()) {
      if (layout.isFull() || outer.size() > DEEPEST || ((at & 0xfff) == 0 && deadline.isOver())) {
        return false;
      }
      char c = (char) (octets.at(at++) & 0xff);
      switch (c) {
        case '{' -> open();
        case '}' -> close();
        case '\\' -> control();
        case '\r', '\n' -> {}
        default -> octet(c);
      }
    }
    flush();
    return true;
  }

  private void open() {
    flush();
    outer.push(group);
  }

  private void close() {
    flush();
    boolean wasField = group.field;
    if (!outer.isEmpty()) {
      group = outer.pop();
    }
    if (wasField && !group.field) {
      endField();
    }
  }

  private void endField() {
    int keyword = instruction.indexOf("HYPERLINK");
    int start = keyword < 0 ? -1 : instruction.indexOf("\"", keyword);
    int end = start < 0 ? -1 : instruction.indexOf("\"", start + 1);
    if (end > 0) {
      layout.link(layout.position(), instruction.substring(start + 1, end));
    }
    instruction.setLength(0);
  }

  private void control() {
    if (at >= octets.length()) {
      return;
    }
    char c = (char) (octets.at(at) & 0xff);
    if (isLetter(c)) {
      controlWord();
      return;
    }
    at++;
    switch (c) {
      case '\'' -> hexOctet();
      case '*' -> group = group.hide();
      case '~' -> text("\u00a0");
      case '_' -> text("-");
      case '\\', '{', '}' -> octet(c);
      case '\r', '\n' -> text("\n");
      default -> {}
    }
  }

  private void hexOctet() {
    if (at + 2 <= octets.length()) {
      int high = Character.digit(octets.at(at), 16);
      int low = Character.digit(octets.at(at + 1), 16);
      at += 2;
      octet((char) (high < 0 || low < 0 ? '?' : high * 16 + low));
    }
  }

  private void controlWord() {
    int start = at;
    while (at < octets.length() && isLetter((char) octets.at(at)) && at - start < 32) {
      at++;
    }
    String word = new String(octets.slice(start, at).toByteArray(), WINDOWS_1252);
    int number = number();
    if (at < octets.length() && octets.at(at) == ' ') {
      at++;
    }
    apply(word, number);
  }

  /** The parameter of a control word; -1 where there is none, for none that matters is negative. */
  private int number() {
    boolean negative = at < octets.length() && octets.at(at) == '-';
    int start = at + (negative ? 1 : 0);
    int end = start;
    int number = 0;
    while (end < octets.length() && Character.isDigit(octets.at(end)) && end - start < 9) {
      number = number * 10 + octets.at(end++) - '0';
    }
    if (end == start) {
      return -1;
    }
    at = end;
    // RTF writes \\u as a signed number of 16 bits.
    return negative ? 0x10000 - number : number;
  }

  private void apply(String word, int number) {
    switch (word) {
      case "par", "line", "sect", "page" -> text("\n");
      case "row" -> layoutEnd(true);
      case "cell" -> layoutEnd(false);
      case "tab" -> text("\t");
      case "u" -> unicode(number);
      case "uc" -> group = new Group(group.hidden, group.htmlOff, group.field, Math.max(0, number));
      case "ansicpg" -> charset = codePage(number);
      case "bin" -> at = (int) Math.min(octets.length(), (long) at + Math.max(0, number));
      case "fromhtml" -> html = true;
      case "htmltag" -> group = group.show();
      case "htmlrtf" -> group = new Group(group.hidden, number != 0, group.field, group.fallback);
      case "fldinst" -> group = new Group(true, group.htmlOff, true, group.fallback);
      case "shpinst" -> group = group.show();
      case "emdash", "endash" -> text("-");
      case "lquote", "rquote" -> text("'");
      case "ldblquote", "rdblquote" -> text("\"");
      default -> group = HIDDEN.contains(word) ? group.hide() : group;
    }
  }

  private void layoutEnd(boolean row) {
    flush();
    if (isShown() && !html) {
      if (row) {
        layout.endRow();
      } else {
        layout.endCell();
      }
    }
  }

  private void unicode(int number) {
    text(String.valueOf((char) number));
    toSkip = group.fallback;
  }

  private static Charset codePage(int number) {
    try {
      return number == 65001 ? StandardCharsets.UTF_8 : Charset.forName("windows-" + number);
    } catch (IllegalArgumentException unknown) {
      return WINDOWS_1252;
    }
  }

  private void octet(char c) {
    if (toSkip > 0) {
      toSkip--;
    } else if (group.field) {
      instruction.append(instruction.length() < 4_000 ? String.valueOf(c) : "");
    } else if (isShown()) {
      // Kept until a control word comes: two octets may make one character.
      pending.write(c);
    }
  }

  private void text(String words) {
    flush();
    if (isShown()) {
      layout.add(words);
    }
  }

  private boolean isShown() {
    return !group.hidden && !(html && group.htmlOff);
  }

  private void flush() {
    if (pending.size() > 0) {
      layout.add(pending.toString(charset));
      pending.reset();
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
