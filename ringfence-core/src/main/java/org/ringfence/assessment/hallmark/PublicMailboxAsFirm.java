package org.ringfence.assessment.hallmark;

import java.util.List;
import org.ringfence.knowledge.MailboxProviders;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Mailbox;

/** A bill or an alarm with a number to call comes from a mailbox that anybody can open. */
record PublicMailboxAsFirm(String id, MailboxProviders providers) implements Hallmark {
  @Override
  public Finding assess(Observations seen) {
    if (seen.author().map(Mailbox::domain).filter(providers::isPublic).isEmpty()) {
      return new Finding.Absent(id);
    }
    List<Evidence> evidence =
        seen.calls().stream().flatMap(call -> call.said(Claims.ANY).stream().limit(2)).toList();
    return Finding.by(id, evidence);
  }
}
