package org.ringfence.report;

import org.jspecify.annotations.Nullable;
import org.ringfence.custody.Custody;
import org.ringfence.custody.Standing;

/**
 * A mail that is kept for one recipient.
 *
 * @param mail what is remembered of it
 * @param standing how it stands
 */
public record KeptReport(EntryReport mail, String recipient, State standing) {
  /**
   * How it stands.
   *
   * @param state the standing's key
   * @param reason why it is kept, or the next host's refusal
   * @param until how long it is held at the longest, else null
   * @param end what then
   * @param to where it is being sent, else null
   * @param purpose why it is being sent
   * @param next not before this
   * @param attempts how often it was tried
   * @param at when it was sent or deleted, else null
   */
  public record State(
      String state,
      @Nullable String reason,
      @Nullable String until,
      @Nullable String end,
      @Nullable String to,
      @Nullable String purpose,
      @Nullable String next,
      int attempts,
      @Nullable String at) {

    /** The same as a report has it. */
    public static State of(Standing standing) {
      String key = standing.key();
      return switch (standing) {
        case Standing.Quarantined(String reason) ->
            new State(key, reason, null, null, null, null, null, 0, null);
        case Standing.Held(String reason, var until, var end) ->
            new State(key, reason, until.toString(), Key.of(end), null, null, null, 0, null);
        case Standing.Waiting(String to, var why, var next, int tries) ->
            new State(key, null, null, null, to, Key.of(why), next.toString(), tries, null);
        case Standing.Sending(String to, var why, int tries) ->
            new State(key, null, null, null, to, Key.of(why), null, tries, null);
        case Standing.Sent(var at) ->
            new State(key, null, null, null, null, null, null, 0, at.toString());
        case Standing.Refused(String reply) ->
            new State(key, reply, null, null, null, null, null, 0, null);
        case Standing.Deleted(var at) ->
            new State(key, null, null, null, null, null, null, 0, at.toString());
      };
    }
  }

  /** The report of one kept mail. */
  public static KeptReport of(Custody.Kept kept) {
    return new KeptReport(
        EntryReport.of(kept.entry()), kept.recipient(), State.of(kept.standing()));
  }
}
