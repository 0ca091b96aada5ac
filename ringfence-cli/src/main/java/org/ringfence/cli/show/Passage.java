package org.ringfence.cli.show;

import java.util.List;

/**
 * A stretch of a surface that is all of one sort.
 *
 * @param text the words, made visible and unfollowable
 * @param slot the name of the slot they were typed into by a customer of the platform; empty where
 *     they are not a customer's, or no platform is known
 * @param hallmarks the numbers of the hallmarks that they are evidence for, rising
 * @param number whether they are part of a telephone number
 */
public record Passage(String text, String slot, List<Integer> hallmarks, boolean number) {
  public Passage {
    hallmarks = List.copyOf(hallmarks);
  }

  /** Whether a customer of the platform typed it. */
  public boolean isSlot() {
    return !slot.isEmpty();
  }

  /** Whether it is evidence for something, or a number. */
  public boolean isMarked() {
    return number || !hallmarks.isEmpty();
  }
}
