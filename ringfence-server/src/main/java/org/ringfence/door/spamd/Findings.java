package org.ringfence.door.spamd;

import java.util.Locale;
import java.util.stream.Collectors;
import org.ringfence.custody.CaseId;
import org.ringfence.decision.judge.Band;
import org.ringfence.decision.judge.Explanation;
import org.ringfence.effect.record.CaseRecord;

/**
 * What was found in a message, in SpamAssassin's terms.
 *
 * <p>Attack: clients put the report into header fields. So it is printable ASCII, and each line
 * after the first begins with a space, which makes it a continuation wherever it lands.
 *
 * @param score the score on {@link Scale}
 */
record Findings(CaseId id, CaseRecord record, double score) {
  private static final int LONGEST = 100;
  private static final int MOST_PARTS = 40;

  /** Whether it is callback phishing. */
  boolean isSpam() {
    return record.verdict().band() == Band.CALLBACK_PHISHING;
  }

  /** "True ; 7.3 / 5.0". */
  String spam() {
    return (isSpam() ? "True" : "False") + " ; " + number(score) + " / " + threshold();
  }

  /** The hallmarks that it shows, as symbols with commas between. */
  String symbols() {
    return record.present().stream()
        .map(finding -> symbol(finding.hallmark()))
        .collect(Collectors.joining(","));
  }

  private static String symbol(String hallmark) {
    return "RINGFENCE_" + hallmark.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /** The reasons, and how much each adds. */
  String report() {
    var report = new StringBuilder();
    report.append("Ringfence: ").append(record.verdict().band().key());
    report.append(", score ").append(number(score)).append(" of ").append(threshold());
    report.append(", case ").append(id).append('\n');
    report.append(" Shares in log-odds; those above zero speak for callback phishing.\n");
    Explanation whole = record.verdict().explanation();
    whole.parts().stream().limit(MOST_PARTS).forEach(part -> add(report, part));
    add(report, whole);
    return report.toString();
  }

  private static void add(StringBuilder report, Explanation part) {
    report.append(String.format(Locale.ROOT, " %+7.2f  ", part.value()));
    part.description()
        .codePoints()
        .limit(LONGEST)
        .forEach(c -> report.append(c >= ' ' && c <= '~' ? (char) c : '?'));
    report.append('\n');
  }

  String number() {
    return number(score);
  }

  static String threshold() {
    return number(Scale.THRESHOLD);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
