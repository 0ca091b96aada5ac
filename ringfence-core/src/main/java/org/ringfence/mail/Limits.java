package org.ringfence.mail;

import java.time.Duration;

/**
 * How much of a hostile message is read before reading stops.
 *
 * <p>What lies beyond a limit is a {@link ParseDefect}, never an exception.
 *
 * @param messageBytes octets of the message
 * @param headerFields fields of one header section
 * @param headerFieldBytes octets of one field
 * @param parts body parts, those of attached messages included
 * @param depth nesting of multiparts and attached messages
 * @param attachmentBytes decoded octets of one attachment
 * @param unpackedBytes octets that all containers of a message may unpack to together
 * @param surfaceChars characters of one surface
 * @param textChars characters of all surfaces together
 * @param htmlElements elements of one HTML part
 * @param pages pages of one document
 * @param images pictures handed to the text recogniser and the QR reader, rendered pages included
 * @param imagePixels pixels of one picture
 * @param time for reading one message
 */
public record Limits(
    int messageBytes,
    int headerFields,
    int headerFieldBytes,
    int parts,
    int depth,
    int attachmentBytes,
    int unpackedBytes,
    int surfaceChars,
    int textChars,
    int htmlElements,
    int pages,
    int images,
    int imagePixels,
    Duration time) {
  /** What serves an MTA well: every message ends within five seconds and 256 MB of heap. */
  public static Limits standard() {
    return new Limits(
        64 << 20,
        2_000,
        256 << 10,
        1_000,
        50,
        20 << 20,
        40 << 20,
        500_000,
        1_000_000,
        50_000,
        20,
        6,
        25_000_000,
        Duration.ofSeconds(4));
  }
}
