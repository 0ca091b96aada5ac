package org.ringfence.arrival.parse;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.mail.Addressing;
import org.ringfence.mail.HeaderField;
import org.ringfence.mail.Mailbox;

/** The address fields of a header section (RFC 5322 §3.6.2, §3.6.3), decoded. */
final class AddressFields {
  private AddressFields() {}

  static Addressing read(List<HeaderField> fields) {
    return new Addressing(
        mailboxes(fields, "From"),
        mailboxes(fields, "Sender"),
        mailboxes(fields, "Reply-To"),
        mailboxes(fields, "To"),
        mailboxes(fields, "Cc"));
  }

  /**
   * The mailboxes of every field called {@code name}; clients differ in which of several they show.
   */
  private static List<Mailbox> mailboxes(List<HeaderField> fields, String name) {
    List<Mailbox> all = new ArrayList<>();
    for (HeaderField field : fields) {
      if (field.isNamed(name)) {
        new AddressList(field.body(), all).read();
      }
    }
    return all;
  }
}
