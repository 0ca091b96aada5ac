package org.ringfence.assessment.authentication.arc;

import java.util.List;
import org.ringfence.assessment.authentication.MethodResult;

/**
 * What the chain of a message came to.
 *
 * @param result the result for an Authentication-Results field
 * @param status the Chain Validation Status
 * @param hops the handlers, first to last; empty unless the status is PASS
 */
public record ArcResult(MethodResult result, ChainValidationStatus status, List<ArcHop> hops) {
  public ArcResult {
    hops = List.copyOf(hops);
  }
}
