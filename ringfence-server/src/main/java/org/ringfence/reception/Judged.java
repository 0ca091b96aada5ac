package org.ringfence.reception;

import java.util.List;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.effect.act.Ruling;
import org.ringfence.effect.record.CaseRecord;

/** What came of judging one message. */
public sealed interface Judged {
  /**
   * A verdict, and what the policy makes of it.
   *
   * @param ruled for whom what; one at least
   */
  record Case(CaseRecord record, List<Ruled> ruled) implements Judged {
    public Case {
      ruled = List.copyOf(ruled);
    }
  }

  /**
   * No verdict.
   *
   * @param reason one plain sentence, without words of the message
   * @param fault where our own code failed; empty where it did not
   */
  record Not(String reason, String fault) implements Judged {}

  /** A ruling, and the edits that it asks for. */
  record Ruled(Ruling ruling, MessageEdits edits) {}
}
