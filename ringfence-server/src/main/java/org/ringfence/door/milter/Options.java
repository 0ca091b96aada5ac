package org.ringfence.door.milter;

import java.util.Optional;

/**
 * What was agreed with the mail server (SMFIF_* and SMFIP_* in {@code mfdef.h}).
 *
 * @param version the protocol's version, 2 to 6
 * @param steps what the mail server leaves out or does otherwise
 */
record Options(int version, int steps) {
  private static final int OLDEST = 2;
  private static final int NEWEST = 6;

  /**
   * SMFIF_ADDHDRS, SMFIF_CHGBODY, SMFIF_DELRCPT, SMFIF_CHGHDRS, SMFIF_QUARANTINE: without them our
   * answers cannot be obeyed.
   */
  static final int ACTIONS = 0x01 | 0x02 | 0x08 | 0x10 | 0x20;

  /** SMFIP_NOEOH, SMFIP_NOUNKNOWN, SMFIP_NODATA: we need not hear of these. */
  private static final int UNHEARD = 0x40 | 0x100 | 0x200;

  /** SMFIP_SKIP: we may say that we have enough of the body. */
  private static final int SKIP = 0x400;

  /** SMFIP_HDR_LEADSPC: white space after the colon stays, as signatures may cover it. */
  private static final int LEADING_SPACE = 0x100000;

  /** SMFIP_NR_HDR: the only one of its kind that version 2 knows. */
  private static final int NO_REPLY_TO_HEADER = 0x80;

  /** SMFIP_NR_CONN, _HELO, _MAIL, _RCPT: no reply to these is waited for. */
  private static final int NO_REPLY_TO_ENVELOPE = 0x1000 | 0x2000 | 0x4000 | 0x8000;

  private static final int WANTED =
      UNHEARD | SKIP | LEADING_SPACE | NO_REPLY_TO_HEADER | NO_REPLY_TO_ENVELOPE;

  /** The most that {@code offer} allows; empty where it is too little to work with. */
  static Optional<Options> from(MilterCommand.Negotiate offer) {
    boolean suffices = offer.version() >= OLDEST && (offer.actions() & ACTIONS) == ACTIONS;
    return suffices
        ? Optional.of(new Options(Math.min(offer.version(), NEWEST), offer.steps() & WANTED))
        : Optional.empty();
  }

  /** The reply to the offer. */
  MilterReply.Negotiated reply() {
    return new MilterReply.Negotiated(version, ACTIONS, steps);
  }

  /** Whether header values come, and go, with the white space after the colon. */
  boolean keepsLeadingSpace() {
    return has(LEADING_SPACE);
  }

  /** Whether the rest of a body can be declined. */
  boolean canSkip() {
    return has(SKIP);
  }

  /** Whether the mail server waits for a reply to {@code command}. */
  boolean awaitsReply(MilterCommand command) {
    return switch (command) {
      case MilterCommand.Connect _ -> !has(0x1000);
      case MilterCommand.Helo _ -> !has(0x2000);
      case MilterCommand.MailFrom _ -> !has(0x4000);
      case MilterCommand.RcptTo _ -> !has(0x8000);
      case MilterCommand.Header _ -> !has(NO_REPLY_TO_HEADER);
      case MilterCommand.Data _,
          MilterCommand.Unknown _,
          MilterCommand.EndOfHeader _,
          MilterCommand.Body _,
          MilterCommand.EndOfMessage _,
          MilterCommand.Negotiate _ ->
          true;
      case MilterCommand.Macros _,
          MilterCommand.Abort _,
          MilterCommand.Quit _,
          MilterCommand.NextClient _,
          MilterCommand.Malformed _ ->
          false;
    };
  }

  private boolean has(int flag) {
    return (steps & flag) != 0;
  }
}
