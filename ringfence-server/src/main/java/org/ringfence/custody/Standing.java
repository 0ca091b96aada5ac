package org.ringfence.custody;

import java.time.Instant;
import org.ringfence.knowledge.PolicyAction.Hold;

/**
 * How a kept mail stands for one recipient.
 *
 * <pre>
 * Quarantined, Held --release--&gt; Waiting --claim--&gt; Sending --250--&gt; Sent
 *      |                            ^                  | 4xx, or not reached
 *      +--delete--&gt; Deleted         +------------------+      5xx --&gt; Refused
 * </pre>
 *
 * <p>Each arrow is one durable step. A crash leaves a mail where the last arrow ended. What a crash
 * finds Sending may have arrived or not: a delivery is sent again, as SMTP has it (RFC 5321
 * §4.5.4.1), while a release stays where it is until somebody looks, so that nothing leaves the
 * quarantine twice.
 */
public sealed interface Standing {
  /** Nobody sees it until somebody decides. */
  record Quarantined(String reason) implements Standing {}

  /**
   * It waits for the platform to confirm it.
   *
   * @param until the longest
   * @param end what then
   */
  record Held(String reason, Instant until, Hold.End end) implements Standing {}

  /**
   * It waits to be sent to the next host.
   *
   * @param to the address that it is sent to; another than the recipient's where it is redirected
   * @param purpose why it is sent
   * @param next not before
   * @param attempts how often it was tried
   */
  record Waiting(String to, Purpose purpose, Instant next, int attempts) implements Standing {}

  /** It is given to the next host, who has not answered yet. */
  record Sending(String to, Purpose purpose, int attempts) implements Standing {}

  /** The next host has it. */
  record Sent(Instant at) implements Standing {}

  /** The next host does not take it, for good; somebody must look. */
  record Refused(String reply) implements Standing {}

  /** It was thrown away by decision. */
  record Deleted(Instant at) implements Standing {}

  /** Why a mail is sent from our care. */
  enum Purpose {
    /** It is on its way, and was promised to be delivered. */
    DELIVERY,
    /** It was kept, and somebody or something let it go. */
    RELEASE
  }

  /** The name in the store, the API and logs. */
  default String key() {
    return switch (this) {
      case Quarantined(var _) -> "quarantined";
      case Held _ -> "held";
      case Waiting _ -> "waiting";
      case Sending _ -> "sending";
      case Sent(var _) -> "sent";
      case Refused(var _) -> "refused";
      case Deleted(var _) -> "deleted";
    };
  }
}
