package org.ringfence.effect.act.body;

import java.util.List;

/**
 * What a reader is told above the text of a mail.
 *
 * @param language the language it is in (BCP 47)
 * @param heading its first line
 * @param lines the others
 */
public record Warning(String language, String heading, List<String> lines) {
  public Warning {
    lines = List.copyOf(lines);
  }
}
