package org.ringfence.knowledge;

import java.util.List;

/**
 * How a hallmark is explained to people, and what an analyst thinks it is worth.
 *
 * @param id the hallmark's id
 * @param title what is seen, as a headline
 * @param explanation one sentence that a layman understands
 * @param attack the MITRE ATT&amp;CK techniques it belongs to, such as "T1566.004"
 * @param prior the log-odds an analyst gives it before any mail was counted; training starts there
 *     and never crosses zero
 */
public record HallmarkText(
    String id, String title, String explanation, List<String> attack, double prior) {
  public HallmarkText {
    attack = List.copyOf(attack);
  }
}
