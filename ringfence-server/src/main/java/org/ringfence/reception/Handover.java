package org.ringfence.reception;

import org.ringfence.mail.Arrival;
import org.ringfence.mail.HeaderSection;

/**
 * A message, as a door gives it.
 *
 * @param door which door gives it
 * @param id the name by which the mail server knows it, for the log; a stranger's word
 * @param arrival the message
 * @param header its header section as the mail server counts it, whole; edits speak of these fields
 * @param whole whether the message is all there; one of which the end was not read is never kept by
 *     us, since nobody could get it out again as it came
 */
public record Handover(Door door, String id, Arrival arrival, HeaderSection header, boolean whole) {
  /**
   * What a door can do.
   *
   * @param name its name, such as "milter"
   * @param ability how it can answer
   */
  public record Door(String name, Ability ability) {}

  /** How a door can answer. */
  public enum Ability {
    /** One answer and one form of the message for all recipients, some of whom may be left out. */
    ONE_FORM,
    /** One answer for all recipients, each in his own form of the message. */
    ONE_ANSWER,
    /** An answer and a form of its own for each recipient. */
    EACH
  }
}
