package org.ringfence.knowledge;

import java.time.Duration;

/**
 * What a mail flow rule asks for. A value only: the doors carry it out.
 *
 * <p>Texts hold no control characters, so that none of them can end a header field.
 */
public sealed interface PolicyAction {
  /** The word under which rules, reports and logs know it. */
  String word();

  /** Says something beside the mail, or changes what a reader sees of it. Several add up. */
  sealed interface Edit extends PolicyAction {}

  /** Decides where the mail goes. A mail goes one way only. */
  sealed interface Route extends PolicyAction {}

  /** The field X-Ringfence-Policy with the name of the rule. */
  record Mark() implements Edit {
    @Override
    public String word() {
      return "mark";
    }
  }

  /**
   * A header field of the site's own.
   *
   * @param name begins with "X-", and not with "X-Ringfence-"
   * @param body printable US-ASCII
   */
  record Header(String name, String body) implements Edit {
    @Override
    public String word() {
      return "header";
    }
  }

  /** Words in front of the subject. */
  record SubjectTag(String text) implements Edit {
    @Override
    public String word() {
      return "subject-tag";
    }
  }

  /** A warning above the text, in the site's words. */
  record Banner(String text) implements Edit {
    @Override
    public String word() {
      return "banner";
    }
  }

  /** Makes it harder to call the numbers of the mail. */
  record DisarmNumber(How how) implements Edit {
    /** From the gentlest to the strictest. */
    public enum How {
      /** {@code tel:} links become plain text. */
      UNLINK,
      /** And a remark stands beside each number. */
      ANNOTATE,
      /** And its last digits are masked. */
      MASK
    }

    @Override
    public String word() {
      return "disarm-number";
    }
  }

  /** A copy for somebody else; the recipient gets his all the same. */
  record Copy(String mailbox) implements Edit {
    @Override
    public String word() {
      return "copy";
    }
  }

  /** To somebody else instead of the recipient. */
  record Redirect(String mailbox) implements Route {
    @Override
    public String word() {
      return "redirect";
    }
  }

  /** Kept until somebody releases it. */
  record Quarantine() implements Route {
    @Override
    public String word() {
      return "quarantine";
    }
  }

  /**
   * Kept until the platform confirms that the site's own customer wrote it.
   *
   * @param time how long to wait for that
   * @param end what then
   */
  record Hold(Duration time, End end) implements Route {
    /** What happens to a mail that nobody confirmed in time. */
    public enum End {
      /** It goes on to its recipients. */
      DELIVER,
      /** It is kept until somebody decides. */
      QUARANTINE,
      /** It is thrown away: its sender was told long ago that it was taken. */
      DISCARD
    }

    @Override
    public String word() {
      return "hold";
    }
  }

  /**
   * Refused for good while the client waits (RFC 5321 §4.2.1).
   *
   * @param text why, printable US-ASCII, for the sender
   */
  record Reject(String text) implements Route {
    @Override
    public String word() {
      return "reject";
    }
  }

  /** Nothing; with {@code stop}, an exception from later rules. */
  record None() implements PolicyAction {
    @Override
    public String word() {
      return "none";
    }
  }
}
