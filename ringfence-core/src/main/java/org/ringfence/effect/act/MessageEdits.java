package org.ringfence.effect.act;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringfence.mail.Octets;

/**
 * What is changed in a message.
 *
 * @param removed the fields that go away, in the order received
 * @param changed the fields that get another body, in the order received
 * @param added the fields that go on top, topmost first
 * @param body the body that it gets instead of its own, without the empty line before it; empty
 *     where its own stays, octet for octet
 */
public record MessageEdits(
    List<HeaderEdit.Remove> removed,
    List<HeaderEdit.Change> changed,
    List<HeaderEdit.Add> added,
    Optional<Octets> body) {
  public MessageEdits {
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
    added = List.copyOf(added);
  }

  /** Fields that go and fields that come; the rest stays. */
  public MessageEdits(List<HeaderEdit.Remove> removed, List<HeaderEdit.Add> added) {
    this(removed, List.of(), added, Optional.empty());
  }

  /** The same edits, with {@code more} fields below those that are added. */
  public MessageEdits with(List<HeaderEdit.Add> more) {
    return new MessageEdits(
        removed, changed, Stream.concat(added.stream(), more.stream()).toList(), body);
  }

  /** Nothing is changed. */
  public static MessageEdits none() {
    return new MessageEdits(List.of(), List.of());
  }
}
