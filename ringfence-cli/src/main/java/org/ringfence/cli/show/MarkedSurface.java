package org.ringfence.cli.show;

import java.util.List;
import org.ringfence.mail.Surface;

/**
 * A surface cut into passages.
 *
 * @param surface the surface
 * @param passages its text from beginning to end
 */
public record MarkedSurface(Surface surface, List<Passage> passages) {
  public MarkedSurface {
    passages = List.copyOf(passages);
  }

  /** Whether anything in it is evidence, a number or a slot. */
  public boolean isMarked() {
    return passages.stream().anyMatch(passage -> passage.isMarked() || passage.isSlot());
  }
}
