package org.ringfence.door.spamd;

import java.io.IOException;

/**
 * A request that is answered with a code of {@code sysexits.h} instead of a score. Clients then let
 * the mail pass as it is, unless they are told to hold it ({@code spamc -x}).
 */
final class Refusal extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int UNAVAILABLE = 69;
  private static final int TEMPORARY = 75;
  private static final int PROTOCOL = 76;

  private final int code;

  private Refusal(int code, String sentence) {
    super(sentence);
    this.code = code;
  }

  /** The client does not keep to the protocol. */
  static Refusal protocol(String sentence) {
    return new Refusal(PROTOCOL, "Bad header line: " + sentence);
  }

  /** It asks for what is not done here. */
  static Refusal unavailable(String sentence) {
    return new Refusal(UNAVAILABLE, "Service Unavailable: " + sentence);
  }

  /** It should come again. */
  static Refusal temporary(String sentence) {
    return new Refusal(TEMPORARY, "Temporary failure: " + sentence);
  }

  int code() {
    return code;
  }

  /** The answer as it is written. */
  String line() {
    return "SPAMD/1.0 " + code + " " + getMessage() + "\r\n\r\n";
  }
}
