package org.ringfence.assessment.number;

import java.util.Set;
import org.ringfence.arrival.fold.Disguise;
import org.ringfence.mail.Evidence;

/**
 * A telephone number that a message shows.
 *
 * @param evidence the number as written, and where; {@link Evidence#quote()} is its raw text
 * @param foldedStart first unit in the folded surface
 * @param foldedEnd one past the last unit in the folded surface
 * @param e164 the number after ITU-T E.164 with its plus sign; for a short or national number that
 *     has none, the digits alone
 * @param region the region it belongs to (ISO 3166-1 alpha-2), "001" for none
 * @param type what kind of line the numbering plan says it is
 * @param disguises how it was hidden, empty where it stands plainly
 * @param callToAction whether the sentence around it asks the reader to call it
 */
public record CallbackNumber(
    Evidence evidence,
    int foldedStart,
    int foldedEnd,
    String e164,
    String region,
    LineType type,
    Set<Disguise> disguises,
    boolean callToAction) {
  public CallbackNumber {
    disguises = Set.copyOf(disguises);
  }

  /** What kind of line a number belongs to, as far as its numbering plan tells. */
  public enum LineType {
    FIXED_LINE,
    MOBILE,
    FIXED_LINE_OR_MOBILE,
    TOLL_FREE,
    PREMIUM_RATE,
    SHARED_COST,
    VOIP,
    PERSONAL_NUMBER,
    UNIVERSAL_ACCESS,
    NATIONAL_SHORT,
    OTHER
  }
}
