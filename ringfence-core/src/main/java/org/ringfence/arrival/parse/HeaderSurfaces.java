package org.ringfence.arrival.parse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
  static void add(List<HeaderField> fields, String part, MessageSink sink) {
    Set<String> subjects = new LinkedHashSet<>();
    for (HeaderField field : fields) {
      if (field.isNamed("Subject")) {
        subjects.add(EncodedWords.decode(field.body()));
      }
    }
    for (String subject : subjects) {
      sink.surface(new Surface(SurfaceKind.SUBJECT, new Place(part, "Subject"), subject));
    }
    for (String name : AddressFields.NAMES) {
      addNames(fields, name, part, sink);
    }
  }

  private static void addNames(
      List<HeaderField> fields, String fieldName, String part, MessageSink sink) {
    Set<String> names = new LinkedHashSet<>();
    for (Mailbox mailbox : AddressFields.mailboxes(fields, fieldName)) {
      names.add(mailbox.displayName());
    }
    for (String name : names) {
      sink.surface(new Surface(SurfaceKind.DISPLAY_NAME, new Place(part, fieldName), name));
    }
  }
}
