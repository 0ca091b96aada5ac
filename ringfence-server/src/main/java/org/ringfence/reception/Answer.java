package org.ringfence.reception;

import java.util.List;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.CaseId;
import org.ringfence.effect.act.MessageEdits;
import org.ringfence.effect.act.SmtpReply;

/**
 * What a door does with a message, by recipients.
 *
 * @param entry what is remembered of it
 * @param parts every recipient of the envelope is in exactly one of them; the first is the door's
 *     own copy where there is one to deliver
 */
public record Answer(CaseEntry entry, List<Part> parts) {
  public Answer {
    parts = List.copyOf(parts);
  }

  /** The name of its case. */
  public CaseId id() {
    return entry.id();
  }

  /**
   * Recipients for whom the same is done.
   *
   * @param recipients their addresses, as the envelope has them
   */
  public record Part(List<String> recipients, Step step) {
    public Part {
      recipients = List.copyOf(recipients);
    }
  }

  /** What the door does. */
  public sealed interface Step {}

  /** It delivers the message with these edits. */
  public record Deliver(MessageEdits edits) implements Step {}

  /** It does nothing more, and says yes: the message is in our care, on the disk. */
  public record Taken() implements Step {}

  /**
   * It asks the mail server to keep the message in its own hold queue.
   *
   * @param reason why, for the person who looks there
   */
  public record HoldThere(String reason, MessageEdits edits) implements Step {}

  /** It refuses the message, for good or for now. */
  public record Refuse(SmtpReply reply) implements Step {}
}
