package org.ringfence.arrival.parse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ringfence.mail.Addressing;
import org.ringfence.mail.HeaderField;
import org.ringfence.mail.Mailbox;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/** The surfaces of a header section: its subjects and display names. */
final class HeaderSurfaces {
  private HeaderSurfaces() {}

  /**
   * Adds them to {@code sink}. Each of several Subject fields is one: clients differ in which they
   * show.
   *
   * @param part the part whose header section it is, empty for the message's own
   */
  static void add(List<HeaderField> fields, Addressing addressing, String part, MessageSink sink) {
    Set<String> subjects = new LinkedHashSet<>();
    for (HeaderField field : fields) {
      if (field.isNamed("Subject")) {
        subjects.add(EncodedWords.decode(field.body()));
      }
    }
    for (String subject : subjects) {
      sink.surface(new Surface(SurfaceKind.SUBJECT, new Place(part, "Subject"), subject));
    }
    addNames("From", addressing.rfc5322From(), part, sink);
    addNames("Sender", addressing.rfc5322Sender(), part, sink);
    addNames("Reply-To", addressing.rfc5322ReplyTo(), part, sink);
    addNames("To", addressing.to(), part, sink);
    addNames("Cc", addressing.cc(), part, sink);
  }

  private static void addNames(
      String fieldName, List<Mailbox> mailboxes, String part, MessageSink sink) {
    Set<String> names = new LinkedHashSet<>();
    for (Mailbox mailbox : mailboxes) {
      names.add(mailbox.displayName());
    }
    for (String name : names) {
      sink.surface(new Surface(SurfaceKind.DISPLAY_NAME, new Place(part, fieldName), name));
    }
  }
}
