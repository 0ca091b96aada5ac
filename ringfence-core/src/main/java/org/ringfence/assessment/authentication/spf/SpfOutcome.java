package org.ringfence.assessment.authentication.spf;

import java.util.Optional;
import org.ringfence.assessment.authentication.ResultCode;

/**
 * What check_host() came to (RFC 7208 §2.6).
 *
 * @param code the result
 * @param reason one sentence of ours
 * @param explanation what the domain says about a fail (RFC 7208 §6.2): a stranger's words, in
 *     printable ASCII
 */
record SpfOutcome(ResultCode code, String reason, Optional<String> explanation) {
  static SpfOutcome of(ResultCode code, String reason) {
    return new SpfOutcome(code, reason, Optional.empty());
  }

  SpfOutcome explained(Optional<String> words) {
    return new SpfOutcome(code, reason, words);
  }
}
