package org.ringfence.custody;

import java.util.List;
import org.ringfence.mail.Arrival;

/**
 * A mail in our care.
 *
 * @param id the name of its case
 * @param arrival the mail as received, untouched
 * @param keeps how it stands, for each recipient for whom it is kept
 */
public record KeptMail(CaseId id, Arrival arrival, List<Keep> keeps) {
  public KeptMail {
    keeps = List.copyOf(keeps);
  }
}
