package org.ringfence.assessment.hallmark;

import java.util.List;
import org.ringfence.mail.ParseDefect;

/**
 * The message asks nobody to call anything. Where a part could not be read, that cannot be told.
 */
record NothingToCall(String id) implements Hallmark {
  @Override
  public Finding assess(Observations seen) {
    if (!seen.calls().isEmpty()) {
      return new Finding.Absent(id);
    }
    return seen.message().defects().stream().anyMatch(NothingToCall::hidesText)
        ? new Finding.NotAssessed(id, "A part that could hold a number was not read.")
        : new Finding.Present(id, List.of());
  }

  private static boolean hidesText(ParseDefect defect) {
    return switch (defect.kind()) {
      case NOT_RECOGNISED, ENCRYPTED, UNREADABLE, TIME_OUT, LIMIT_REACHED -> true;
      case MALFORMED, CHARSET, TRANSFER_ENCODING, UNSUPPORTED -> false;
    };
  }
}
