package org.ringfence.effect.act.body;

import java.util.List;
import org.ringfence.knowledge.PolicyAction.DisarmNumber;

/**
 * Which numbers are made harder to call, and how.
 *
 * @param how how
 * @param numbers the numbers as they were found, each once
 */
public record Disarming(DisarmNumber.How how, List<Target> numbers) {
  public Disarming {
    numbers = List.copyOf(numbers);
  }

  /**
   * A number.
   *
   * @param quote the number as it was found
   * @param letters what of it carries its meaning
   * @param remark what a reader is told of it
   */
  public record Target(String quote, String letters, String remark) {
    /** The number that is written as {@code quote}. */
    public static Target of(String quote, String remark) {
      return new Target(quote, Letters.of(quote), remark);
    }
  }

  boolean annotates() {
    return how.compareTo(DisarmNumber.How.ANNOTATE) >= 0;
  }

  boolean masks() {
    return how.compareTo(DisarmNumber.How.MASK) >= 0;
  }
}
