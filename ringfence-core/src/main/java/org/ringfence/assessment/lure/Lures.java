package org.ringfence.assessment.lure;

import java.util.List;

/**
 * What a message talks about.
 *
 * @param language the language most of it is written in (BCP 47), empty where it cannot be told
 * @param surfaces per surface, in the message's order
 */
public record Lures(String language, List<SurfaceLures> surfaces) {
  public Lures {
    surfaces = List.copyOf(surfaces);
  }
}
