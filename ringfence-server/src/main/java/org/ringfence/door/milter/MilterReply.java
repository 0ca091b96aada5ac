package org.ringfence.door.milter;

import org.ringfence.mail.Octets;

/**
 * What we say (SMFIR_* in {@code mfdef.h}).
 *
 * <p>A text that goes out is one of ours, or went through the header writer: none holds a NUL.
 */
sealed interface MilterReply {
  /** SMFIC_OPTNEG: what of the offer we take. */
  record Negotiated(int version, int actions, int steps) implements MilterReply {}

  /** SMFIR_CONTINUE: go on; after the whole message: it is accepted. */
  record Continue() implements MilterReply {}

  /** SMFIR_SKIP: no more of the body, please. */
  record Skip() implements MilterReply {}

  /** SMFIR_PROGRESS: the answer will come, be patient. */
  record Progress() implements MilterReply {}

  /**
   * SMFIR_INSHEADER: a new field on top of the header section.
   *
   * @param value what follows the colon; folded lines end with LF
   */
  record InsertHeader(String name, String value) implements MilterReply {}

  /**
   * SMFIR_CHGHEADER with an empty value: a field goes.
   *
   * @param occurrence which of the fields of that name, 1 for the topmost
   */
  record DeleteHeader(String name, int occurrence) implements MilterReply {}

  /** SMFIR_CHGHEADER: a field gets another value. */
  record ChangeHeader(String name, int occurrence, String value) implements MilterReply {}

  /** SMFIR_REPLBODY: a piece of the body that the message gets instead of its own. */
  record ReplaceBody(Octets piece) implements MilterReply {}

  /** SMFIR_DELRCPT: a recipient does not get it. */
  record DeleteRecipient(String recipient) implements MilterReply {}

  /** SMFIR_DISCARD: it is accepted, and goes to nobody. */
  record Discard() implements MilterReply {}

  /** SMFIR_QUARANTINE: into the mail server's hold queue. */
  record Quarantine(String reason) implements MilterReply {}

  /** SMFIR_REPLYCODE: refused, in these words. */
  record ReplyCode(String line) implements MilterReply {}
}
