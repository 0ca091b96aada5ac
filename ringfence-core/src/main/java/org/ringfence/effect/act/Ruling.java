package org.ringfence.effect.act;

import java.util.List;

/**
 * What a site wants done with one message for those of its recipients for whom it is the same.
 *
 * @param recipients their addresses, as the envelope has them; empty where nobody knows any
 * @param disposition what becomes of it
 * @param wishes what is changed in it
 * @param rules the rules that led to it, for the log: each a name, with "(audit)" behind it where
 *     the rule does nothing and "(failed)" where it could not be worked out
 */
public record Ruling(
    List<String> recipients, Disposition disposition, Wishes wishes, List<String> rules) {
  public Ruling {
    recipients = List.copyOf(recipients);
    rules = List.copyOf(rules);
  }

  /** A disposition that no rule led to. */
  public static Ruling of(List<String> recipients, Disposition disposition) {
    return new Ruling(recipients, disposition, Wishes.none(), List.of());
  }
}
