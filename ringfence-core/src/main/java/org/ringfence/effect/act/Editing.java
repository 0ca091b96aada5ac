package org.ringfence.effect.act;

import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.HeaderSection;
import org.ringfence.mail.Octets;

/** Works out what is changed in a message, as a site wants it. May be shared between threads. */
public final class Editing {
  private final Marking marking;

  /**
   * @param marking the header fields that every message gets and loses
   */
  public Editing(Marking marking) {
    this.marking = marking;
  }

  /**
   * A message to be edited.
   *
   * @param octets the message as received
   * @param header its header section as the door counts it, whole
   * @param whole whether {@code octets} are all of it; of one that is cut no body can be put
   *     together
   * @param caseId the name under which it is remembered
   */
  public record Original(Octets octets, HeaderSection header, boolean whole, String caseId) {}

  /** The edits for a judged message. */
  public MessageEdits judged(CaseRecord record, Ruling ruling, Original original) {
    return marking
        .judged(record, original.header(), original.caseId())
        .with(ruling.wishes().fields());
  }

  /**
   * The edits for a message that was not judged.
   *
   * @param reason one plain sentence, without words of the message
   */
  public MessageEdits notJudged(String reason, Original original) {
    return marking.notJudged(reason, original.header(), original.caseId());
  }
}
