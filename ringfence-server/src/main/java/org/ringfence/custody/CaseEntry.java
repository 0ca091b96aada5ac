package org.ringfence.custody;

import java.util.List;
import java.util.Set;

/**
 * What is remembered of one mail.
 *
 * @param id its name
 * @param receipt how it came in
 * @param summary what was found out
 * @param fates what was decided, for each recipient
 */
public record CaseEntry(CaseId id, Receipt receipt, Summary summary, List<Fate> fates) {
  public CaseEntry {
    fates = List.copyOf(fates);
  }

  /** The same mail under another name, for some of its recipients. */
  public CaseEntry forSome(CaseId other, Set<String> recipients) {
    return new CaseEntry(
        other,
        receipt,
        summary,
        fates.stream().filter(fate -> recipients.contains(fate.recipient())).toList());
  }
}
