package org.ringfence.assessment.authentication.signature;

import org.ringfence.assessment.authentication.ResultCode;

/** What a look-up of a signer's key came to. */
public sealed interface KeyAnswer {
  /**
   * A key that fits.
   *
   * @param key the key
   */
  record Found(PublishedKey key) implements KeyAnswer {}

  /**
   * No key that can be used.
   *
   * @param code TEMPERROR where the DNS had trouble, else PERMERROR
   * @param reason one sentence
   */
  record Refused(ResultCode code, String reason) implements KeyAnswer {
    /** Refused for good. */
    public static Refused permanently(String reason) {
      return new Refused(ResultCode.PERMERROR, reason);
    }
  }
}
