package org.ringfence.reception;

import java.util.List;
import java.util.function.Function;
import org.ringfence.custody.CaseId;
import org.ringfence.effect.act.Editing;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.effect.act.Policy;
import org.ringfence.effect.act.Ruling;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Arrival;

/**
 * What is done with a message. It is exchanged whole when the site changes its rules: a message is
 * judged, decided about and edited by one of them, never by two.
 *
 * @param judge judges it
 * @param policy says what becomes of it
 * @param editing says what is changed in it
 * @param details writes what was found out as JSON
 */
public record Work(
    Function<Arrival, CaseRecord> judge,
    Policy policy,
    Editing editing,
    Function<CaseRecord, String> details) {
  Judged.Case judged(Handover handover, CaseId id) {
    CaseRecord record = judge.apply(handover.arrival());
    List<Ruling> rulings = policy.decide(record, handover.arrival());
    Editing.Original original = original(handover, id);
    return new Judged.Case(
        record,
        rulings.stream()
            .map(ruling -> new Judged.Ruled(ruling, editing.judged(record, ruling, original)))
            .toList());
  }

  MessageEdits notJudged(String reason, Handover handover, CaseId id) {
    return editing.notJudged(reason, original(handover, id));
  }

  private static Editing.Original original(Handover handover, CaseId id) {
    return new Editing.Original(
        handover.arrival().octets(), handover.header(), handover.whole(), id.text());
  }
}
