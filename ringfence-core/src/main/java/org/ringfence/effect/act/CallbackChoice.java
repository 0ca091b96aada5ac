package org.ringfence.effect.act;

import java.util.List;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Arrival;

/** The simplest policy: one choice for callback phishing, and everything else is delivered. */
public enum CallbackChoice implements Policy {
  /** It is delivered with its marks, which a rule of the mailbox can act on. */
  MARK {
    @Override
    Disposition ofCallback() {
      return new Disposition.Deliver();
    }
  },
  /** It is kept back. */
  QUARANTINE {
    @Override
    Disposition ofCallback() {
      return new Disposition.Quarantine("callback-phishing");
    }
  },
  /** It is refused. */
  REJECT {
    @Override
    Disposition ofCallback() {
      return new Disposition.Reject(
          new SmtpReply(550, "5.7.1", "This message is refused by the policy of the recipient."));
    }
  };

  abstract Disposition ofCallback();

  @Override
  public List<Ruling> decide(CaseRecord record, Arrival arrival) {
    Disposition disposition =
        switch (record.verdict().band()) {
          case CLEAR, SUSPICIOUS -> new Disposition.Deliver();
          case CALLBACK_PHISHING -> ofCallback();
        };
    return List.of(Ruling.of(arrival.envelope().rcptTo(), disposition));
  }
}
