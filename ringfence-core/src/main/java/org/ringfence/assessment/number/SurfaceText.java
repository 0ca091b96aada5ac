package org.ringfence.assessment.number;

import java.util.List;
import org.ringfence.arrival.fold.FoldedSurface;

/**
 * One surface to be read.
 *
 * @param index its place in the message
 * @param folded the surface, folded
 * @param habits how numbers are read in its language
 * @param surroundings what it talks about
 */
record SurfaceText(int index, FoldedSurface folded, Habits habits, Surroundings surroundings) {
  /** The folded text. */
  String text() {
    return folded.text();
  }

  /** The regions whose numbers are expected. */
  List<String> regions() {
    return habits.forms().regions();
  }
}
