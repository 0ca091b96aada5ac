package org.ringfence.assessment.authentication.spf;

import org.ringfence.assessment.authentication.ResultCode;

/**
 * Ends a check with temperror or permerror (RFC 7208 §2.6.6, §2.6.7).
 *
 * <p>Thrown and caught in this package alone: an error may stand at any depth of includes and ends
 * them all, which return values would have to carry through every method.
 */
final class SpfError extends Exception {
  private static final long serialVersionUID = 1L;

  private final ResultCode code;

  private SpfError(ResultCode code, String reason) {
    super(reason, null, false, false);
    this.code = code;
  }

  static SpfError temporary(String reason) {
    return new SpfError(ResultCode.TEMPERROR, reason);
  }

  static SpfError permanent(String reason) {
    return new SpfError(ResultCode.PERMERROR, reason);
  }

  SpfOutcome outcome() {
    return SpfOutcome.of(code, String.valueOf(getMessage()));
  }
}
