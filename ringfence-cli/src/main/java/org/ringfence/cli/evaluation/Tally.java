package org.ringfence.cli.evaluation;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.ringfence.decision.judge.Band;

/**
 * How a group of mails was judged.
 *
 * @param count how many mails
 * @param bands how many of each verdict, all of them listed
 */
public record Tally(int count, Map<Band, Integer> bands) {
  public Tally {
    bands = Map.copyOf(bands);
  }

  /** Counts {@code outcomes}. */
  public static Tally of(Collection<Outcome> outcomes) {
    Map<Band, Integer> bands = new EnumMap<>(Band.class);
    for (Band band : Band.values()) {
      bands.put(band, 0);
    }
    outcomes.forEach(outcome -> bands.merge(outcome.band(), 1, Integer::sum));
    return new Tally(outcomes.size(), bands);
  }

  /**
   * Counts {@code outcomes} apart by {@code key}, in the order of the keys; empty keys are left
   * out.
   */
  public static Map<String, Tally> by(Function<Label, String> key, Collection<Outcome> outcomes) {
    Map<String, List<Outcome>> groups = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      String name = key.apply(outcome.label());
      if (!name.isEmpty()) {
        groups.computeIfAbsent(name, _ -> new java.util.ArrayList<>()).add(outcome);
      }
    }
    Map<String, Tally> tallies = new TreeMap<>();
    groups.forEach((name, group) -> tallies.put(name, of(group)));
    return tallies;
  }

  /** How many were judged to be {@code band}. */
  public int count(Band band) {
    return bands.getOrDefault(band, 0);
  }

  /** The share judged to be callback phishing: recall for lures, false positives for the rest. */
  public Share found() {
    return new Share(count(Band.CALLBACK_PHISHING), count);
  }
}
