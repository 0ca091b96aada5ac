package org.ringfence.assessment.hallmark;

import java.util.List;
import org.ringfence.mail.Evidence;

/** What became of one hallmark in one message. */
public sealed interface Finding {
  /** How much evidence is kept of one hallmark: enough to see it, not a copy of the mail. */
  int EVIDENCE_LIMIT = 6;

  /** The hallmark's id in knowledge, such as "dispute-by-phone". */
  String hallmark();

  /** Present where there is evidence, absent where there is none. */
  static Finding by(String hallmark, List<Evidence> evidence) {
    return evidence.isEmpty()
        ? new Absent(hallmark)
        : new Present(hallmark, evidence.stream().distinct().limit(EVIDENCE_LIMIT).toList());
  }

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
