package org.ringfence.assessment.authentication.dns;

/**
 * A record of a zone.
 *
 * @param name its owner, without the final dot
 * @param kind its type
 * @param value as {@link Answer.Records} has it; of a CNAME the name it stands for
 */
public record ZoneRecord(String name, Kind kind, String value) {
  /** The types a zone may hold. */
  public enum Kind {
    TXT,
    A,
    AAAA,
    MX,
    PTR,
    CNAME
  }
}
