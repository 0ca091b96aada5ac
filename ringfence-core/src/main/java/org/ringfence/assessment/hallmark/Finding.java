package org.ringfence.assessment.hallmark;

import java.util.List;
import org.ringfence.mail.Evidence;

/** What became of one hallmark in one message. */
public sealed interface Finding {
  /** The hallmark's id in knowledge, such as "dispute-by-phone". */
  String hallmark();

  /**
   * The message shows it.
   *
   * @param evidence the words that show it; empty only where the evidence is an absence
   */
  record Present(String hallmark, List<Evidence> evidence) implements Finding {
    public Present {
      evidence = List.copyOf(evidence);
    }
  }

  /** The message was looked at and does not show it. */
  record Absent(String hallmark) implements Finding {}

  /**
   * It could not be told.
   *
   * @param reason one plain sentence
   */
  record NotAssessed(String hallmark, String reason) implements Finding {}
}
