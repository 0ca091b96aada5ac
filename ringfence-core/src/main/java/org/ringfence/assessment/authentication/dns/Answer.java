package org.ringfence.assessment.authentication.dns;

import java.util.List;

/** What the DNS answers to one question. */
public sealed interface Answer {
  /**
   * Records of the type asked for.
   *
   * @param values one string a record: TXT with its character-strings joined (RFC 7208 §3.3), A and
   *     AAAA as addresses, MX as "preference host", PTR as a name; names without the final dot
   */
  record Records(List<String> values) implements Answer {
    public Records {
      values = List.copyOf(values);
    }
  }

  /** The name exists and has no record of that type. */
  record NoData() implements Answer {}

  /** The name does not exist (RFC 8020). */
  record NoSuchName() implements Answer {}

  /**
   * No answer could be had: server failure, time-out, refused, validation failed.
   *
   * @param reason one plain sentence
   */
  record Trouble(String reason) implements Answer {}
}
