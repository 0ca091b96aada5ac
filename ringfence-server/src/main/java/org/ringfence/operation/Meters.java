package org.ringfence.operation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Where the rooms of the server report what happens, for whoever watches it. Returns at once and
 * never throws; may be shared between threads. What a room does not report is not counted.
 */
public interface Meters {
  /**
   * A message went through a door.
   *
   * @param door the door's name
   * @param verdict the verdict's word, or "not-judged"
   * @param did what was done with it, each word once; "examine" where somebody only asked
   * @param time how long it took from the hand-over to the answer
   */
  default void mail(String door, String verdict, List<String> did, Duration time) {}

  /**
   * A message was not judged.
   *
   * @param reason one of our own sentences
   */
  default void notJudged(String reason) {}

  /**
   * Mail flow rules applied.
   *
   * @param rules their names as the log has them, "(audit)" and "(failed)" included
   */
  default void rules(List<String> rules) {}

  /**
   * The store could not be had.
   *
   * @param what what was asked of it, in one word such as "take"
   */
  default void storeFailed(String what) {}

  /**
   * A kept mail was given to the next host, or not.
   *
   * @param result "sent", "later" or "refused"
   */
  default void dispatched(String result) {}

  /** A name was asked for in the DNS, whoever knew it. */
  default void dnsQuestion() {}

  /** A question that the cache could not answer went to the DNS. */
  default void dnsSent() {}

  /** A peer connected to a door. */
  default void connected(String door) {}

  /**
   * A request of the API or of spamd was answered.
   *
   * @param door the door's name
   * @param route the route as the API's description writes it, or the command; never the peer's own
   *     words
   * @param status the status in numbers
   */
  default void answered(String door, String route, int status) {}

  /** From now on the number of connections of a door is {@code open}. */
  default void connections(String door, IntSupplier open) {}

  /** From now on the length of the queue {@code name} is {@code length}. */
  default void queue(String name, IntSupplier length) {}

  /** From now on so many mails are kept, by their standing's key; asked when somebody looks. */
  default void kept(Supplier<Map<String, Long>> byStanding) {}

  /** Nobody watches. */
  static Meters none() {
    return new Meters() {};
  }
}
