package org.ringfence.effect.act.body;

import java.util.List;
import java.util.Optional;

/**
 * What a reader is told above the text of a mail.
 *
 * @param language the language it is in (BCP 47)
 * @param heading its first line
 * @param lines the others
 * @param link the page that explains the mail, below them
 */
public record Warning(String language, String heading, List<String> lines, Optional<Link> link) {
  public Warning {
    lines = List.copyOf(lines);
  }

  /**
   * A link of ours.
   *
   * @param words what it says
   * @param address where it leads
   */
  public record Link(String words, String address) {}
}
