package org.ringfence.assessment.number;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.ringfence.arrival.fold.Disguise;

/**
 * What looks like a number, before the numbering plan is asked.
 *
 * @param surface the index of the surface
 * @param start first unit in the folded text
 * @param end one past the last unit
 * @param digits the digits, with a plus sign where the country code leads
 * @param regions the regions to read it in, likeliest first
 * @param isShort whether no numbering plan is to be asked
 * @param asked whether the text around it asks for a call
 * @param grouped whether it is written as numbers of the region are
 * @param disguises how the scanner had to read it
 */
record Candidate(
    int surface,
    int start,
    int end,
    String digits,
    List<String> regions,
    boolean isShort,
    boolean asked,
    boolean grouped,
    Set<Disguise> disguises) {
  /** The likeliest first: a hostile mail must not drown the number it wants called. */
  static final Comparator<Candidate> LIKELIEST_FIRST =
      Comparator.comparingInt(Candidate::rank)
          .reversed()
          .thenComparingInt(Candidate::surface)
          .thenComparingInt(Candidate::start)
          .thenComparing(Comparator.comparingInt(Candidate::end).reversed());

  /** As the mail is read. */
  static final Comparator<Candidate> READING_ORDER =
      Comparator.comparingInt(Candidate::surface).thenComparingInt(Candidate::start);

  boolean isInternational() {
    return digits.startsWith("+");
  }

  int rank() {
    return (asked ? 4 : 0) + (isInternational() ? 2 : 0) + (grouped ? 3 : 0);
  }
}
