package org.ringfence.mail;

import java.util.List;

/**
 * A message as its readers see it.
 *
 * @param header the header section
 * @param addressing the address fields, decoded
 * @param surfaces every place that shows text, in reading order; those of attached messages
 *     included
 * @param defects what could not be read
 */
public record Message(
    HeaderSection header,
    Addressing addressing,
    List<Surface> surfaces,
    List<ParseDefect> defects) {
  public Message {
    surfaces = List.copyOf(surfaces);
    defects = List.copyOf(defects);
  }

  /** The surfaces of one kind, in reading order. */
  public List<Surface> surfaces(SurfaceKind kind) {
    return surfaces.stream().filter(surface -> surface.kind() == kind).toList();
  }
}
