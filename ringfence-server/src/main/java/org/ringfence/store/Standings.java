package org.ringfence.store;

import java.time.Instant;
import java.util.Optional;
import org.ringfence.custody.Standing;

/** What the store reads out of a standing. */
final class Standings {
  private Standings() {}

  /** When something is to be done about it; empty where nothing is. */
  static Optional<Long> due(Standing standing) {
    return when(standing).map(Instant::toEpochMilli);
  }

  private static Optional<Instant> when(Standing standing) {
    return switch (standing) {
      case Standing.Waiting waiting -> Optional.of(waiting.next());
      case Standing.Held held -> Optional.of(held.until());
      case Standing.Quarantined _,
          Standing.Sending _,
          Standing.Sent _,
          Standing.Refused _,
          Standing.Deleted _ ->
          Optional.empty();
    };
  }

  /** Whether nobody has done anything about it yet. */
  static boolean isUntouched(Standing standing) {
    return standing instanceof Standing.Quarantined || standing instanceof Standing.Held;
  }

  /** What a person does who moves a mail there, in one word. */
  static String action(Standing to) {
    return switch (to) {
      case Standing.Waiting _ -> "release";
      case Standing.Deleted _ -> "delete";
      case Standing.Quarantined _ -> "quarantine";
      case Standing.Held _ -> "hold";
      case Standing.Sending _, Standing.Sent _, Standing.Refused _ -> "move";
    };
  }

  /** Where a mail stands that a crash found being sent. */
  static Standing recovered(Standing.Sending sending, Instant now) {
    return switch (sending.purpose()) {
      case DELIVERY ->
          new Standing.Waiting(sending.to(), sending.purpose(), now, sending.attempts());
      case RELEASE ->
          new Standing.Refused(
              "Ringfence was stopped while this mail was being sent to "
                  + sending.to()
                  + "; whether it arrived is not known.");
    };
  }
}
