package org.ringfence.assessment.authentication;

import java.util.List;
import java.util.Optional;

/**
 * What one method came to (RFC 8601 §2.2).
 *
 * @param method the method
 * @param code the result
 * @param reason why, for people; empty where the code says it all
 * @param properties what was checked, in order
 */
public record MethodResult(
    Method method, ResultCode code, String reason, List<Property> properties) {
  public MethodResult {
    properties = List.copyOf(properties);
  }

  /** The value of {@code ptype.property}. */
  public Optional<String> value(String ptype, String property) {
    return properties.stream()
        .filter(p -> p.ptype().equals(ptype) && p.property().equals(property))
        .map(Property::pvalue)
        .findFirst();
  }
}
