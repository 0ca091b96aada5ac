package org.ringfence.assessment.hallmark;

import org.ringfence.mail.Message;
import org.ringfence.mail.SurfaceKind;

/**
 * A bill or an alarm with a number to call comes as a calendar entry. It stands in the calendar
 * even where the mail is filtered, and no firm bills that way.
 */
record ClaimInCalendar(String id) implements Hallmark {
  @Override
  public Finding assess(Observations seen) {
    if (!hasCalendar(seen.message())) {
      return new Finding.Absent(id);
    }
    return Finding.by(id, seen.claimedCalls());
  }

  private static boolean hasCalendar(Message message) {
    return !message.surfaces(SurfaceKind.CALENDAR).isEmpty();
  }
}
