package org.ringfence.arrival.parse;

import java.util.List;
import org.ringfence.mail.Mailbox;

/**
 * Reads one address list (RFC 5322 §3.4) as mail clients do.
 *
 * <p>Tolerated: unquoted commas and dots in names, semicolons between mailboxes, missing {@code >},
 * unclosed quotes, colons in names, names as comments or behind the address, bare words. One pass;
 * each mailbox is what stands between two top-level commas.
 */
final class AddressList {
  private static final int MAILBOXES = 1_000;

  private final String body;
  private final List<Mailbox> out;
  private final StringBuilder phrase = new StringBuilder();
  private final StringBuilder comment = new StringBuilder();
  private String address = "";
  private boolean hasAngle;
  private boolean inGroup;
  private boolean groupIsEmpty;
  private String groupName = "";
  private final int lastQuote;
  private final int lastSemicolon;
  private boolean hasWord;
  private boolean hasAt;
  private int at;

  AddressList(String body, List<Mailbox> out) {
    this.body = body;
    this.out = out;
    this.lastQuote = body.lastIndexOf('"');
    this.lastSemicolon = body.lastIndexOf(';');
  }

  void read() {
    while (at < body.length() && out.size() < MAILBOXES) {
      step(body.charAt(at));
    }
    endMailbox();
    endGroup();
  }

  private void step(char c) {
    switch (c) {
      case '"' -> quoted();
      case '(' -> comment();
      case '<' -> angle();
      case ',' -> comma();
      case ';' -> {
        endMailbox();
        endGroup();
        at++;
      }
      case ':' -> colon();
      default -> {
        word(c);
        at++;
      }
    }
  }

  private void word(char c) {
    phrase.append(c);
    hasWord |= c > ' ';
    hasAt |= c == '@';
  }

  private void quoted() {
    if (at == lastQuote) {
      at++;
      return;
    }
    for (at++; at < body.length() && body.charAt(at) != '"'; at++) {
      if (body.charAt(at) == '\\' && at + 1 < body.length()) {
        at++;
      }
      word(body.charAt(at));
    }
    at++;
  }

  /** Clients show "Billing (808) 555" as it stands, so a comment after a word stays in the name. */
  private void comment() {
    int depth = 0;
    int start = at;
    for (; at < body.length(); at++) {
      char c = body.charAt(at);
      if (c == '\\' && at + 1 < body.length()) {
        comment.append(body.charAt(++at));
        continue;
      }
      if (c == ')' && --depth == 0) {
        break;
      }
      if (c != '(' || depth++ > 0) {
        comment.append(c);
      }
    }
    at = Math.min(at + 1, body.length());
    if (hasWord && !hasAt) {
      phrase.append(body, start, at);
    }
  }

  private void angle() {
    int end = at + 1;
    while (end < body.length() && body.charAt(end) != '>' && body.charAt(end) != '<') {
      end++;
    }
    String inside = body.substring(at + 1, end).strip();
    if (!hasAngle || address.indexOf('@') < 0) {
      if (hasAngle) {
        phrase.append(address);
      }
      address = withoutRoute(inside);
      hasAngle = true;
    } else {
      phrase.append(' ').append(inside);
    }
    at = end < body.length() && body.charAt(end) == '>' ? end + 1 : end;
  }

  /** Drops an obsolete source route (RFC 5322 §4.4). */
  private static String withoutRoute(String address) {
    int colon = address.startsWith("@") ? address.indexOf(':') : -1;
    return address.substring(colon + 1).strip();
  }

  /** An unquoted comma in a name ("Doe, Jo") is part of it: no mailbox is without an @. */
  private void comma() {
    at++;
    boolean unfinished = !hasAngle && hasWord && !hasAt;
    if (unfinished && angleComesFirst()) {
      phrase.append(',');
    } else {
      endMailbox();
    }
  }

  private boolean angleComesFirst() {
    for (int i = at; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c == '<') {
        return true;
      }
      if (c == ',' || c == ';' || c == ':' || c == '@' || c == '"') {
        return false;
      }
    }
    return false;
  }

  private void colon() {
    at++;
    boolean opensGroup = !inGroup && !hasAngle && lastSemicolon >= at;
    if (!opensGroup || hasAt) {
      phrase.append(':');
      return;
    }
    groupName = EncodedWords.decode(phrase.toString()).strip();
    clearPhrase();
    inGroup = true;
    groupIsEmpty = true;
  }

  private void endGroup() {
    if (inGroup && groupIsEmpty && !groupName.isEmpty()) {
      out.add(new Mailbox(groupName, ""));
    }
    inGroup = false;
  }

  private void endMailbox() {
    String words = phrase.toString().strip();
    String name = words;
    if (!hasAngle) {
      int space = addressStart(words);
      address = space < 0 ? "" : words.substring(space);
      name = space < 0 ? words : words.substring(0, space).strip();
    }
    if (name.isEmpty()) {
      name = comment.toString().strip();
    }
    if (!name.isEmpty() || !address.isEmpty()) {
      out.add(new Mailbox(EncodedWords.decode(name).strip(), address));
      groupIsEmpty = false;
    }
    clearPhrase();
    comment.setLength(0);
    address = "";
    hasAngle = false;
  }

  private void clearPhrase() {
    phrase.setLength(0);
    hasWord = false;
    hasAt = false;
  }

  /** Where the last word with an @ starts, -1 where the phrase does not end with one. */
  private static int addressStart(String words) {
    int space = Math.max(words.lastIndexOf(' '), words.lastIndexOf('\t'));
    return words.indexOf('@', space + 1) < 0 ? -1 : space + 1;
  }
}
