package org.ringfence.assessment.number;

/**
 * What the text says of the numbers that may begin at one group. Asked only where a number is in
 * sight, and then once for all of them: most groups of digits are no number.
 */
final class Standing {
  /** Room for the number itself, so that what follows it is seen from its beginning. */
  private static final int ROOM = 24;

  private enum Answer {
    UNASKED,
    YES,
    NO
  }

  private final SurfaceText surface;
  private final int start;
  private final boolean leading;
  private Answer asked = Answer.UNASKED;
  private Answer reference = Answer.UNASKED;

  /**
   * @param start the first unit of the group
   * @param leading whether no other digits stand before it, so that it begins what a reader would
   *     dial however it is grouped
   */
  Standing(SurfaceText surface, int start, boolean leading) {
    this.surface = surface;
    this.start = start;
    this.leading = leading;
  }

  boolean isLeading() {
    return leading;
  }

  /** Whether the text close by asks to call it. */
  boolean isAsked() {
    if (asked == Answer.UNASKED) {
      int end = Math.min(start + ROOM, surface.text().length());
      asked = answer(surface.surroundings().asked(start, end));
    }
    return asked == Answer.YES;
  }

  /** Whether the words before it call it a reference. */
  boolean isReference() {
    if (reference == Answer.UNASKED) {
      reference = answer(surface.surroundings().label(start) == Surroundings.Label.REFERENCE);
    }
    return reference == Answer.YES;
  }

  private static Answer answer(boolean holds) {
    return holds ? Answer.YES : Answer.NO;
  }
}
