package org.ringfence.cli.mailbox;

import org.ringfence.mail.Octets;

/** What a place that the user named turned out to hold. */
public sealed interface Found {
  /**
   * The path, or {@code path#n} for the n-th mail of a mailbox, or {@code -}. Not yet neutralised.
   */
  String name();

  /**
   * A mail.
   *
   * @param octets its octets, one more than the limit where it is longer, so that the parser sees
   *     that it was cut
   */
  record Mail(String name, Octets octets) implements Found {}

  /**
   * Something that could not be read.
   *
   * @param problem what is wrong and what to do next: sentences that follow the name and a colon
   */
  record Unreadable(String name, String problem) implements Found {}

  /** A file met in a folder that is no mail, and was left alone. */
  record NoMail(String name) implements Found {}
}
