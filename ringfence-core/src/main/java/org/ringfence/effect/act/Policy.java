package org.ringfence.effect.act;

import java.util.List;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Arrival;

/** What a site wants done. */
@FunctionalInterface
public interface Policy {
  /**
   * Decides about one judged message, for each of its recipients. Never throws for what a message
   * says.
   *
   * @return one ruling at least; every recipient of the envelope is in exactly one of them
   */
  List<Ruling> decide(CaseRecord record, Arrival arrival);
}
