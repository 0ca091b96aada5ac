package org.ringfence.door.spamd;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ringfence.effect.act.EditedMessage;
import org.ringfence.effect.act.HeaderEdit;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.mail.HeaderField;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Octets;

/**
 * The message as a client gets it back: with our own marks, and those of SpamAssassin's that rules
 * of mailboxes look for.
 *
 * <p>Attack: a sender writes {@code X-Spam-Flag: NO} himself; fields of these names go away.
 */
final class Marked {
  private static final Set<String> OURS = Set.of("x-spam-flag", "x-spam-status", "x-spam-level");

  private Marked() {}

  /** The message, whole. */
  static Octets message(Octets original, MessageEdits edits, Findings findings) {
    HeaderSection header = EditedMessage.header(original);
    return EditedMessage.of(
        original,
        new MessageEdits(
            Stream.concat(edits.removed().stream(), forged(header)).toList(),
            edits.changed(),
            Stream.concat(edits.added().stream(), fields(findings)).toList(),
            edits.body()));
  }

  /** Its header section alone, with the empty line. */
  static Octets header(Octets message) {
    for (int at = message.indexOf((byte) '\n', 0);
        at >= 0;
        at = message.indexOf((byte) '\n', at + 1)) {
      int next = at + 1;
      if (next < message.length() && message.at(next) == '\r') {
        next++;
      }
      if (next < message.length() && message.at(next) == '\n') {
        return message.slice(0, next + 1);
      }
    }
    return message;
  }

  private static Stream<HeaderEdit.Remove> forged(HeaderSection header) {
    Map<String, Integer> seen = new HashMap<>();
    List<HeaderEdit.Remove> removed = new ArrayList<>();
    for (HeaderField field : header.fields()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (OURS.contains(name)) {
        removed.add(new HeaderEdit.Remove(field.name(), seen.merge(name, 1, Integer::sum)));
      }
    }
    return removed.stream();
  }

  private static Stream<HeaderEdit.Add> fields(Findings findings) {
    String tests = findings.symbols().isEmpty() ? "none" : findings.symbols();
    HeaderEdit.Add status =
        new HeaderEdit.Add(
            "X-Spam-Status",
            (findings.isSpam() ? "Yes" : "No")
                + ", score="
                + findings.number()
                + " required="
                + Findings.threshold()
                + " tests="
                + tests.replace(",", ", "));
    return findings.isSpam()
        ? Stream.of(new HeaderEdit.Add("X-Spam-Flag", "YES"), status)
        : Stream.of(status);
  }

  /** Text of ours as octets. */
  static Octets ascii(String text) {
    return Octets.of(text.getBytes(StandardCharsets.US_ASCII));
  }
}
