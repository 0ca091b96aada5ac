package org.ringfence.assessment.authentication.spf;

import java.util.Arrays;
import java.util.Optional;
import org.ringfence.assessment.authentication.DomainName;

/** Which texts are names that the DNS can be asked for. */
final class TargetName {
  /** The longest name in text form, without its final dot (RFC 1035 §2.3.4, RFC 7208 §7.3). */
  private static final int LONGEST = 253;

  private static final int LONGEST_LABEL = 63;

  private TargetName() {}

  /**
   * The name to ask for, from what macros expanded to; labels on the left are dropped until it is
   * short enough (RFC 7208 §7.3). Empty for what no query can hold, such as an empty label or, by
   * RFC 8616 §4, letters beyond ASCII.
   */
  static Optional<String> of(String expanded) {
    String name = expanded.endsWith(".") ? expanded.substring(0, expanded.length() - 1) : expanded;
    while (name.length() > LONGEST && name.indexOf('.') >= 0) {
      name = name.substring(name.indexOf('.') + 1);
    }
    boolean ascii = name.chars().allMatch(c -> c >= ' ' && c <= '~');
    boolean labels =
        Arrays.stream(name.split("\\.", -1))
            .allMatch(label -> !label.isEmpty() && label.length() <= LONGEST_LABEL);
    return ascii && labels ? Optional.of(name) : Optional.empty();
  }

  /** The name that check_host() looks up for {@code domain}, if it may be asked (§4.3). */
  static Optional<String> fullyQualified(String domain) {
    return domain.length() > LONGEST + 1 || domain.startsWith("[")
        ? Optional.empty()
        : of(domain).filter(name -> name.indexOf('.') > 0);
  }

  /** Labels beyond ASCII as A-labels (RFC 7208 §4.3); what cannot be converted stays. */
  static String ascii(String domain) {
    boolean ascii = domain.chars().allMatch(c -> c < 0x80);
    return ascii ? domain : DomainName.of(domain).map(DomainName::value).orElse(domain);
  }
}
