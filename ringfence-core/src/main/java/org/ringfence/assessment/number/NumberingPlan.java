package org.ringfence.assessment.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringfence.assessment.number.CallbackNumber.LineType;

/** The world's numbering plans: which numbers exist, and what kind of line they are. */
final class NumberingPlan {
  /**
   * A number that exists.
   *
   * @param e164 with its plus sign; the digits alone for a number that only its region can dial
   * @param region where it belongs
   * @param type what kind of line it is
   */
  record Subscriber(String e164, String region, LineType type) {}

  /**
   * Loaded when the first number is looked up: most mail shows none, and it takes a tenth of a
   * second.
   */
  private static PhoneNumberUtil plans() {
    return PhoneNumberUtil.getInstance();
  }

  /** The subscriber of {@code candidate}, read as a number of {@code region}. */
  Optional<Subscriber> find(Candidate candidate, String region) {
    return candidate.isShort()
        ? Optional.of(new Subscriber(candidate.digits(), region, LineType.NATIONAL_SHORT))
        : read(candidate.digits(), region);
  }

  /** The regions to read {@code candidate} in: one of those that share a country code is enough. */
  List<String> regions(Candidate candidate) {
    if (candidate.isInternational()) {
      return List.of("ZZ");
    }
    Set<Integer> seen = new HashSet<>();
    return candidate.regions().stream()
        .filter(region -> seen.add(plans().getCountryCodeForRegion(region)))
        .toList();
  }

  private Optional<Subscriber> read(String digits, String region) {
    try {
      PhoneNumber number = plans().parse(digits, region);
      if (!plans().isValidNumber(number)) {
        return Optional.empty();
      }
      String home = plans().getRegionCodeForNumber(number);
      return Optional.of(
          new Subscriber(
              plans().format(number, PhoneNumberFormat.E164),
              home == null ? "001" : home,
              type(number)));
    } catch (NumberParseException e) {
      return Optional.empty(); // not a number anywhere: an answer, not a failure
    }
  }

  private LineType type(PhoneNumber number) {
    return switch (plans().getNumberType(number)) {
      case FIXED_LINE -> LineType.FIXED_LINE;
      case MOBILE -> LineType.MOBILE;
      case FIXED_LINE_OR_MOBILE -> LineType.FIXED_LINE_OR_MOBILE;
      case TOLL_FREE -> LineType.TOLL_FREE;
      case PREMIUM_RATE -> LineType.PREMIUM_RATE;
      case SHARED_COST -> LineType.SHARED_COST;
      case VOIP -> LineType.VOIP;
      case PERSONAL_NUMBER -> LineType.PERSONAL_NUMBER;
      case UAN -> LineType.UNIVERSAL_ACCESS;
      case PAGER, VOICEMAIL, UNKNOWN -> LineType.OTHER;
    };
  }
}
