package org.ringfence.mail;

/**
 * One field of a header section (RFC 5322 §2.2).
 *
 * @param name the field name as written; compare it without regard to case
 * @param body the unfolded, undecoded field body, trimmed; octets above 127 are read as UTF-8 where
 *     that is valid (RFC 6532) and as windows-1252 where not
 */
public record HeaderField(String name, String body) {
  /** Whether this field is called {@code wanted}. */
  public boolean isNamed(String wanted) {
    return name.equalsIgnoreCase(wanted);
  }
}
