package org.ringfence.knowledge;

/** What came of a report, as its reporter is told. */
public enum ReportOutcome {
  /** It wants the reader to call a scammer. */
  CALLBACK_PHISHING,
  /** Enough to warn of. */
  SUSPICIOUS,
  /** No sign of a callback lure was found. */
  NOTHING_FOUND,
  /** The check did not finish. */
  NOT_JUDGED,
  /** No mail was found inside the report. */
  NOT_UNPACKED;

  /** The name in knowledge files: lower case with hyphens. */
  public String key() {
    return Keys.of(name());
  }
}
