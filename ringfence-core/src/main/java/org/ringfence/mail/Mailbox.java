package org.ringfence.mail;

import java.util.Locale;

/**
 * A mailbox of an address field (RFC 5322 §3.4), decoded for reading.
 *
 * @param displayName the decoded display name, empty where there is none
 * @param address the addr-spec as written, empty where a group stands alone ("undisclosed
 *     recipients:;")
 */
public record Mailbox(String displayName, String address) {
  /** The domain of the address in lower case, empty where there is none. */
  public String domain() {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
