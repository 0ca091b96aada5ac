package org.ringfence.decision.judge;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ringfence.arrival.fold.FoldedMessage;
import org.ringfence.assessment.hallmark.Finding;

/**
 * A judged message to learn from.
 *
 * @param id what it is called; examples are put in this order, so that the same mails give the same
 *     model
 * @param group the campaign it belongs to; mails of one group are never split between learning and
 *     checking
 * @param callback whether it is callback phishing
 * @param present the hallmarks it shows
 * @param words its words, hashed
 */
public record Example(String id, String group, boolean callback, Set<String> present, Words words) {
  /** What of a message matters for learning. */
  public static Example of(
      String id, String group, boolean callback, List<Finding> findings, FoldedMessage message) {
    Set<String> present = new TreeSet<>();
    for (Finding finding : findings) {
      if (finding instanceof Finding.Present) {
        present.add(finding.hallmark());
      }
    }
    return new Example(id, group, callback, present, Words.of(message).withoutQuotes());
  }
}
