package org.ringfence.assessment.authentication.spf;

import org.ringfence.assessment.authentication.ResultCode;

/** What a directive says when its mechanism matches (RFC 7208 §4.6.2). */
enum Qualifier {
  PASS('+', ResultCode.PASS),
  FAIL('-', ResultCode.FAIL),
  SOFTFAIL('~', ResultCode.SOFTFAIL),
  NEUTRAL('?', ResultCode.NEUTRAL);

  private final char sign;
  private final ResultCode code;

  Qualifier(char sign, ResultCode code) {
    this.sign = sign;
    this.code = code;
  }

  char sign() {
    return sign;
  }

  ResultCode code() {
    return code;
  }
}
