package org.ringfence.arrival.parse.part;

import java.util.Locale;
import org.ringfence.mail.Octets;
import org.ringfence.mail.Place;

/**
 * One leaf part with its transfer encoding undone.
 *
 * @param place where it stands
 * @param mediaType the declared media type in lower case without parameters;
 *     "application/octet-stream" where none is declared
 * @param charset the declared charset, empty where none is declared
 * @param fileName the decoded file name, empty where there is none
 * @param octets the decoded content, cut at the limits
 */
public record Attachment(
    Place place, String mediaType, String charset, String fileName, Octets octets) {
  /** The file name's ending in lower case without the dot, empty where there is none. */
  public String extension() {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? "" : fileName.substring(dot + 1).trim().toLowerCase(Locale.ROOT);
  }
}
