package org.ringfence.effect.act;

import java.time.Duration;
import org.ringfence.knowledge.PolicyAction;

/** What the site does with a message, for some of its recipients. */
public sealed interface Disposition {
  /** It goes on to its recipients. */
  record Deliver() implements Disposition {}

  /**
   * It is kept where no recipient sees it, until somebody decides.
   *
   * @param reason why, for the person who looks there
   */
  record Quarantine(String reason) implements Disposition {}

  /**
   * It is kept until the platform confirms that the site's own customer wrote it.
   *
   * @param reason why, for the person who looks there
   * @param time how long that is waited for
   * @param end what then
   */
  record Hold(String reason, Duration time, PolicyAction.Hold.End end) implements Disposition {}

  /**
   * It goes to somebody else instead.
   *
   * @param mailbox the other address
   */
  record Redirect(String mailbox) implements Disposition {}

  /** It is refused for good. */
  record Reject(SmtpReply reply) implements Disposition {}

  /** It is refused for now; the sending host keeps it and comes again. */
  record TempFail(SmtpReply reply) implements Disposition {}

  /** The name in logs. */
  default String key() {
    return switch (this) {
      case Deliver() -> "deliver";
      case Quarantine(var _) -> "quarantine";
      case Hold _ -> "hold";
      case Redirect(var _) -> "redirect";
      case Reject(var _) -> "reject";
      case TempFail(var _) -> "temp-fail";
    };
  }
}
