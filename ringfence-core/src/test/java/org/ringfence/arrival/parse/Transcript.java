package org.ringfence.arrival.parse;

import java.util.List;
import org.ringfence.mail.Link;
import org.ringfence.mail.Mailbox;
import org.ringfence.mail.Message;
import org.ringfence.mail.ParseDefect;
import org.ringfence.mail.Surface;

/**
 * A message written down line by line, as the {@code .expected.txt} files of the parse cases hold
 * it.
 *
 * <p>{@code \n}, {@code \t}, {@code \r} and {@code \L} (line break inside a block) are escaped.
 */
final class Transcript {
  private final StringBuilder lines = new StringBuilder();

  private Transcript() {}

  static String of(Message message) {
    var transcript = new Transcript();
    transcript.mailboxes("from", message.addressing().rfc5322From());
    transcript.mailboxes("sender", message.addressing().rfc5322Sender());
    transcript.mailboxes("reply-to", message.addressing().rfc5322ReplyTo());
    transcript.mailboxes("to", message.addressing().to());
    transcript.mailboxes("cc", message.addressing().cc());
    message.surfaces().forEach(transcript::surface);
    message.defects().forEach(transcript::defect);
    return transcript.lines.toString();
  }

  private void mailboxes(String field, List<Mailbox> mailboxes) {
    for (Mailbox mailbox : mailboxes) {
      line(field, mailbox.displayName(), mailbox.address());
    }
  }

  private void surface(Surface surface) {
    line(surface.kind().name(), surface.place().toString(), surface.text());
    for (Link link : surface.links()) {
      String shown = surface.text().substring(link.text().start(), link.text().end());
      line("  link", shown, link.target());
    }
  }

  private void defect(ParseDefect defect) {
    line("defect", defect.kind().name(), defect.place().toString());
  }

  private void line(String first, String second, String third) {
    lines.append(first).append(" | ").append(escaped(second)).append(" | ");
    lines.append(escaped(third)).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("\n", "\\n")
        .replace("\t", "\\t")
        .replace("\r", "\\r")
        .replace(String.valueOf(Surface.LINE_BREAK), "\\L");
  }
}
