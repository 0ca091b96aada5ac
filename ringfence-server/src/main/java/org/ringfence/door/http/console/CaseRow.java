package org.ringfence.door.http.console;

import java.util.List;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.Fate;
import org.ringfence.custody.Summary;

/**
 * A case as a line of a list.
 *
 * @param subject a stranger's words, made harmless, as are author and recipients
 * @param did what was done, a word for each fate, each once
 */
public record CaseRow(
    String id,
    String at,
    String verdict,
    double score,
    String subject,
    String author,
    String recipients,
    String platform,
    List<String> numbers,
    List<String> did) {
  private static final int SUBJECT = 140;
  private static final int ADDRESS = 80;

  /** The line of a case. */
  static CaseRow of(CaseEntry entry) {
    Summary summary = entry.summary();
    return new CaseRow(
        entry.id().text(),
        Shown.time(entry.receipt().at()),
        summary.verdict(),
        summary.score(),
        summary.subject().isBlank() ? "(no subject)" : Shown.line(summary.subject(), SUBJECT),
        Shown.line(summary.author(), ADDRESS),
        recipients(entry.receipt().envelope().rcptTo()),
        summary.platform(),
        summary.numbers().stream().map(Summary.Telephone::e164).limit(3).toList(),
        entry.fates().stream().map(Fate::did).distinct().toList());
  }

  private static String recipients(List<String> all) {
    String first = all.isEmpty() ? "" : Shown.line(all.getFirst(), ADDRESS);
    return all.size() < 2 ? first : first + " and " + (all.size() - 1) + " more";
  }
}
