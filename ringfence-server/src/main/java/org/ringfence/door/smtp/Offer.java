package org.ringfence.door.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ringfence.connector.smtp.Extensions;
import org.ringfence.connector.smtp.Reply;

/**
 * What the door offers: of what a mail carries with it, what the next host offers too, and nothing
 * that the door would have to promise on the next host's behalf.
 *
 * @param next what the next host offers; nothing where it cannot be reached
 */
record Offer(SmtpSettings settings, Extensions next, boolean encrypted, boolean trusted) {
  /** The answer to EHLO. */
  Reply reply() {
    List<String> lines = new ArrayList<>();
    lines.add(settings.name());
    lines.add("PIPELINING");
    lines.add("SIZE " + settings.bounds().messageBytes());
    Stream.of("8BITMIME", "SMTPUTF8", "DSN").filter(next::has).forEach(lines::add);
    if (next.has("ENHANCEDSTATUSCODES") || next.keywords().isEmpty()) {
      lines.add("ENHANCEDSTATUSCODES");
    }
    if (settings.tls().isPresent() && !encrypted) {
      lines.add("STARTTLS");
    }
    if (trusted) {
      lines.add("XFORWARD NAME ADDR PORT PROTO HELO IDENT SOURCE");
      lines.add("XCLIENT NAME ADDR PORT PROTO HELO LOGIN");
    }
    return new Reply(250, lines);
  }
}
