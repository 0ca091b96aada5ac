package org.ringfence.door.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail flow rule, as the API shows it.
 *
 * @param name its name
 * @param description what it is for
 * @param owner who answers for it
 * @param mode "audit" or "enforce"
 * @param when its condition
 * @param then the words of its actions
 * @param stop whether no later rule is read where it applies
 * @param expires the last day it counts (RFC 3339), null where it counts for good
 * @param applied how many mails of the last thirty days it applied to
 * @param failed for how many of them it could not be worked out
 */
public record RuleState(
    String name,
    String description,
    String owner,
    String mode,
    String when,
    List<String> then,
    boolean stop,
    @Nullable String expires,
    long applied,
    long failed) {
  public RuleState {
    then = List.copyOf(then);
  }
}
