package org.ringfence.reception;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ringfence.custody.CaseId;
import org.ringfence.effect.act.Disposition;
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
 * @param page writes what the page for its recipients is made of as JSON
 */
public record Work(
    Function<Arrival, CaseRecord> judge,
    Policy policy,
    Editing editing,
    Function<CaseRecord, String> details,
    Function<CaseRecord, String> page) {
  /** Each takes its time; so many people on one line know each other, or are warned without. */
  private static final int MOST_FORMS = 50;

  /** The same without a page for recipients. */
  public Work(
      Function<Arrival, CaseRecord> judge,
      Policy policy,
      Editing editing,
      Function<CaseRecord, String> details) {
    this(judge, policy, editing, details, _ -> "");
  }

  Judged.Case judged(Handover handover, CaseId id) {
    CaseRecord record = judge.apply(handover.arrival());
    List<Ruling> rulings =
        policy.decide(record, handover.arrival()).stream()
            .flatMap(ruling -> forms(ruling, handover.door().ability()))
            .toList();
    Editing.Original original = original(handover, id);
    Editing forms = isSharedForm(handover) ? editing.withoutLinks() : editing;
    return new Judged.Case(
        record,
        rulings.stream()
            .map(ruling -> new Judged.Ruled(ruling, forms.judged(record, ruling, original)))
            .toList());
  }

  /**
   * The link in a warning names one recipient, so each of several gets a form of his own, where the
   * door can deliver more than one.
   */
  private Stream<Ruling> forms(Ruling ruling, Handover.Ability ability) {
    boolean isOwn =
        ability != Handover.Ability.ONE_FORM
            && ruling.recipients().size() <= MOST_FORMS
            && editing.isPersonal(ruling)
            && switch (ruling.disposition()) {
              case Disposition.Deliver(),
                  Disposition.Quarantine _,
                  Disposition.Hold _,
                  Disposition.Redirect _ ->
                  true;
              case Disposition.Reject _, Disposition.TempFail _ -> false;
            };
    return isOwn && ruling.recipients().size() > 1
        ? ruling.recipients().stream()
            .map(
                one ->
                    new Ruling(List.of(one), ruling.disposition(), ruling.wishes(), ruling.rules()))
        : Stream.of(ruling);
  }

  /** What is decided for one may be delivered to all: a link that names him is not theirs. */
  private static boolean isSharedForm(Handover handover) {
    return handover.door().ability() == Handover.Ability.ONE_FORM
        && handover.arrival().envelope().rcptTo().size() > 1;
  }

  MessageEdits notJudged(String reason, Handover handover, CaseId id) {
    return editing.notJudged(reason, original(handover, id));
  }

  private static Editing.Original original(Handover handover, CaseId id) {
    return new Editing.Original(
        handover.arrival().octets(), handover.header(), handover.whole(), id.text());
  }
}
