package org.ringfence.mail;

import java.util.List;

/**
 * Who the header section says wrote to whom (RFC 5322 §3.6.2, §3.6.3).
 *
 * @param rfc5322From the authors
 * @param rfc5322Sender the Sender field, at most one mailbox where the message is well formed
 * @param rfc5322ReplyTo where answers are asked to go
 * @param to the To field
 * @param cc the Cc field
 */
public record Addressing(
    List<Mailbox> rfc5322From,
    List<Mailbox> rfc5322Sender,
    List<Mailbox> rfc5322ReplyTo,
    List<Mailbox> to,
    List<Mailbox> cc) {
  public Addressing {
    rfc5322From = List.copyOf(rfc5322From);
    rfc5322Sender = List.copyOf(rfc5322Sender);
    rfc5322ReplyTo = List.copyOf(rfc5322ReplyTo);
    to = List.copyOf(to);
    cc = List.copyOf(cc);
  }
}
