package org.ringfence.arrival.parse.part;

import org.ringfence.mail.Deadline;
import org.ringfence.mail.Limits;
import org.ringfence.mail.ParseDefect;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;

/**
 * Where readers put what they found in one message, and the budget they share.
 *
 * <p>Confined to the thread that reads the message.
 */
public interface PartSink {
  /** Adds a surface; its text is cut at the limits, which is recorded as a defect. */
  void surface(Surface surface);

  /** Records what could not be read. */
  void defect(ParseDefect.Kind kind, Place place, String detail);

  /**
   * Hands over a part found inside another one (a picture in a document, the body of a .msg file).
   * It is read by its own reader, one level deeper.
   */
  void nested(Attachment attachment);

  /** The limits in force. */
  Limits limits();

  /** When reading must end. Readers look at it at least every few milliseconds of work. */
  Deadline deadline();

  /**
   * Takes {@code octets} from the message's budget for unpacking.
   *
   * @return whether they were still there; if not, the reader stops and records LIMIT_REACHED
   */
  boolean unpack(long octets);

  /**
   * Takes one picture from the message's budget for text recognition and QR codes.
   *
   * @return whether one was left
   */
  boolean takeImage();
}
