package org.ringfence.custody;

import java.util.List;

/**
 * What was decided about a mail for one recipient.
 *
 * @param recipient the address; empty where nobody knows it
 * @param did the word of it: "deliver", "quarantine", "hold", "redirect", "reject", "temp-fail"
 * @param rules the rules that led to it, as the log names them
 */
public record Fate(String recipient, String did, List<String> rules) {
  public Fate {
    rules = List.copyOf(rules);
  }
}
