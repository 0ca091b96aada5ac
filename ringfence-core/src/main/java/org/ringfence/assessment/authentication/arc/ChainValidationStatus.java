package org.ringfence.assessment.authentication.arc;

import java.util.Optional;
import org.ringfence.assessment.authentication.ResultCode;

/** The Chain Validation Status (RFC 8617 §4.4). */
public enum ChainValidationStatus {
  NONE(ResultCode.NONE),
  FAIL(ResultCode.FAIL),
  PASS(ResultCode.PASS);

  private final ResultCode code;

  ChainValidationStatus(ResultCode code) {
    this.code = code;
  }

  /** The word for an Authentication-Results field. */
  public ResultCode code() {
    return code;
  }

  /** The status that cv= names. */
  static Optional<ChainValidationStatus> of(String word) {
    for (ChainValidationStatus status : values()) {
      if (status.name().equalsIgnoreCase(word)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
