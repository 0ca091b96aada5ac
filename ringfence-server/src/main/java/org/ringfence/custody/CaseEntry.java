package org.ringfence.custody;

import java.util.List;

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
}
