package org.ringfence.assessment.authentication.dmarc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A DMARC policy record (RFC 9989 §4.7).
 *
 * @param policy p=; empty where the record has no policy that can be applied
 * @param subdomainPolicy sp=
 * @param nonexistentPolicy np=
 * @param dkimAlignment adkim=
 * @param spfAlignment aspf=
 * @param publicSuffix psd=
 * @param isTesting t=y
 */
record PolicyRecord(
    Optional<DomainOwnerAssessmentPolicy> policy,
    Optional<DomainOwnerAssessmentPolicy> subdomainPolicy,
    Optional<DomainOwnerAssessmentPolicy> nonexistentPolicy,
    IdentifierAlignment dkimAlignment,
    IdentifierAlignment spfAlignment,
    PublicSuffix publicSuffix,
    boolean isTesting) {
  /** Reads a TXT record; empty where it is no DMARC record. */
  static Optional<PolicyRecord> read(String text) {
    Map<String, String> tags = tags(text);
    // RFC 9989 §4.7: v= comes first, and its value is case-sensitive.
    boolean isDmarc =
        !tags.isEmpty()
            && tags.entrySet().iterator().next().getKey().equals("v")
            && "DMARC1".equals(tags.get("v"));
    return isDmarc ? Optional.of(of(tags)) : Optional.empty();
  }

  private static PolicyRecord of(Map<String, String> tags) {
    return new PolicyRecord(
        applicable(tags),
        isValid(tags) ? policy(tags, "sp") : Optional.empty(),
        isValid(tags) ? policy(tags, "np") : Optional.empty(),
        alignment(tags, "adkim"),
        alignment(tags, "aspf"),
        publicSuffix(tags),
        "y".equalsIgnoreCase(tags.get("t")));
  }

  /** RFC 9989 §4.10.1: without a valid policy, none for who wants reports, else no DMARC at all. */
  private static Optional<DomainOwnerAssessmentPolicy> applicable(Map<String, String> tags) {
    if (isValid(tags)) {
      return policy(tags, "p");
    }
    return wantsReports(tags) ? Optional.of(DomainOwnerAssessmentPolicy.NONE) : Optional.empty();
  }

  private static boolean isValid(Map<String, String> tags) {
    return policy(tags, "p").isPresent()
        && List.of("sp", "np").stream()
            .allMatch(tag -> !tags.containsKey(tag) || policy(tags, tag).isPresent());
  }

  private static boolean wantsReports(Map<String, String> tags) {
    return List.of(tags.getOrDefault("rua", "").split(",")).stream()
        .map(String::strip)
        .anyMatch(uri -> uri.regionMatches(true, 0, "mailto:", 0, 7) && uri.indexOf('@') > 7);
  }

  private static Optional<DomainOwnerAssessmentPolicy> policy(
      Map<String, String> tags, String tag) {
    return Optional.ofNullable(tags.get(tag)).flatMap(DomainOwnerAssessmentPolicy::of);
  }

  private static IdentifierAlignment alignment(Map<String, String> tags, String tag) {
    return "s".equalsIgnoreCase(tags.get(tag))
        ? IdentifierAlignment.STRICT
        : IdentifierAlignment.RELAXED;
  }

  private static PublicSuffix publicSuffix(Map<String, String> tags) {
    return switch (tags.getOrDefault("psd", "u")) {
      case "y", "Y" -> PublicSuffix.YES;
      case "n", "N" -> PublicSuffix.NO;
      default -> PublicSuffix.UNKNOWN;
    };
  }

  /** RFC 9989 §4.7: what is no tag is passed over, and the first of a name counts. */
  private static Map<String, String> tags(String text) {
    var tags = new LinkedHashMap<String, String>();
    for (String spec : text.split(";", -1)) {
      int equals = spec.indexOf('=');
      if (equals > 0) {
        tags.putIfAbsent(spec.substring(0, equals).strip(), spec.substring(equals + 1).strip());
      }
    }
    return tags;
  }
}
