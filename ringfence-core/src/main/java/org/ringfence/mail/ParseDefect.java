package org.ringfence.mail;

/**
 * Something of the message that could not be read as it was meant to be, or not at all.
 *
 * @param kind what is wrong
 * @param place where
 * @param detail one plain sentence for a person, without words of the message
 */
public record ParseDefect(Kind kind, Place place, String detail) {
  /** What can be wrong. */
  public enum Kind {
    /** A limit of size, count, depth or pages cut the reading short. */
    LIMIT_REACHED,
    /** The time for reading was up. */
    TIME_OUT,
    /** The structure contradicts its standard; it was read as mail clients do. */
    MALFORMED,
    /** An unknown or wrong charset; the text was guessed. */
    CHARSET,
    /** Broken transfer encoding; what could be decoded was. */
    TRANSFER_ENCODING,
    /** Encrypted or password-protected. */
    ENCRYPTED,
    /** A kind of file that Ringfence does not read. */
    UNSUPPORTED,
    /** The text recogniser is off, missing, or failed. */
    NOT_RECOGNISED,
    /** A reader failed on it. */
    UNREADABLE
  }
}
