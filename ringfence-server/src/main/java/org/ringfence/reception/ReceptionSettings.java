package org.ringfence.reception;

import java.time.Duration;
import java.util.Map;
import org.ringfence.effect.act.FailMode;

/**
 * Within which bounds messages are judged, and what is done where they are not enough.
 *
 * @param failMode what becomes of a message that could not be judged
 * @param doors the same for doors that want it otherwise, by their names
 * @param storeFailMode what becomes of a message that was to be kept and cannot be
 * @param deadline the longest that a message may wait for its verdict
 * @param progress how often the mail server is told that the answer will come
 * @param judgements how many messages are judged at once; further ones wait, and their time runs
 * @param holdsThere whether a mail server's own hold queue is used instead of our quarantine, where
 *     the door can ask for it
 * @param sends whether there is a next hop: without one, nothing that is kept is ever sent on
 * @param memory what is remembered of clear mail
 */
public record ReceptionSettings(
    FailMode failMode,
    Map<String, FailMode> doors,
    FailMode storeFailMode,
    Duration deadline,
    Duration progress,
    int judgements,
    boolean holdsThere,
    boolean sends,
    Memory memory) {
  public ReceptionSettings {
    doors = Map.copyOf(doors);
    if (!deadline.isPositive() || !progress.isPositive() || judgements < 1) {
      throw new IllegalArgumentException("The bounds of judging must be positive.");
    }
  }

  /** The same for all doors, with a next hop. */
  public ReceptionSettings(
      FailMode failMode,
      FailMode storeFailMode,
      Duration deadline,
      Duration progress,
      int judgements,
      boolean holdsThere,
      Memory memory) {
    this(
        failMode,
        Map.of(),
        storeFailMode,
        deadline,
        progress,
        judgements,
        holdsThere,
        true,
        memory);
  }

  /** What becomes of a message of {@code door} that could not be judged. */
  FailMode failMode(String door) {
    return doors.getOrDefault(door, failMode);
  }

  /** What is remembered of clear mail. All other mail is remembered whole. */
  public enum Memory {
    /** As of all other. */
    ALL,
    /** No words of it and no addresses: when, how long, which platform. */
    FACTS,
    /** That there was one. */
    COUNT
  }
}
