package org.ringfence.arrival.fold;

import java.util.List;
import org.ringfence.mail.Message;

/**
 * A message and its surfaces folded.
 *
 * @param message the message as read
 * @param surfaces its surfaces folded, in the same order
 */
public record FoldedMessage(Message message, List<FoldedSurface> surfaces) {
  public FoldedMessage {
    surfaces = List.copyOf(surfaces);
  }
}
