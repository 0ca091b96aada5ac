package org.ringfence.mail;

/**
 * Where in a message something stands.
 *
 * @param part the part's path as IMAP numbers it ("1.2", RFC 9051 §6.4.5); empty for the message's
 *     own header section
 * @param detail what to look at there, for people: "Subject", "page 3", "invoice.pdf",
 *     "DESCRIPTION"; empty where the part is all there is to say
 */
public record Place(String part, String detail) {
  /** A field of the message's own header section. */
  public static Place header(String fieldName) {
    return new Place("", fieldName);
  }

  /** A whole part. */
  public static Place part(String path) {
    return new Place(path, "");
  }

  /** The same part, looked at more closely. */
  public Place at(String closer) {
    return new Place(part, detail.isEmpty() ? closer : detail + ", " + closer);
  }

  @Override
  public String toString() {
    if (part.isEmpty()) {
      return detail;
    }
    return detail.isEmpty() ? "part " + part : "part " + part + ", " + detail;
  }
}
