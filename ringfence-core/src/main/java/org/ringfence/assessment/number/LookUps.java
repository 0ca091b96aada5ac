package org.ringfence.assessment.number;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.assessment.number.NumberingPlan.Subscriber;

/**
 * Asks the numbering plans about the candidates of one message, likeliest first and only so often:
 * one question takes as long as scanning a thousand characters.
 */
final class LookUps {
  private static final int MOST = 200;

  /**
   * A candidate that exists.
   *
   * @param candidate what stands in the text
   * @param subscriber whom it reaches
   */
  record Hit(Candidate candidate, Subscriber subscriber) {}

  private final NumberingPlan plan;
  private final Map<Integer, BitSet> taken = new HashMap<>();
  private final Map<String, Optional<Subscriber>> answers = new HashMap<>();
  private int questions;

  LookUps(NumberingPlan plan) {
    this.plan = plan;
  }

  /** Those that exist and do not overlap a likelier one, in reading order. */
  List<Hit> existing(List<Candidate> likeliestFirst) {
    List<Hit> hits = new ArrayList<>();
    for (Candidate candidate : likeliestFirst) {
      BitSet places = taken.computeIfAbsent(candidate.surface(), key -> new BitSet());
      int next = places.nextSetBit(candidate.start());
      if (next < 0 || next >= candidate.end()) {
        find(candidate)
            .ifPresent(
                subscriber -> {
                  places.set(candidate.start(), candidate.end());
                  hits.add(new Hit(candidate, subscriber));
                });
      }
    }
    return hits.stream()
        .limit(MOST)
        .sorted(Comparator.comparing(Hit::candidate, Candidate.READING_ORDER))
        .toList();
  }

  private Optional<Subscriber> find(Candidate candidate) {
    for (String region : plan.regions(candidate)) {
      Optional<Subscriber> found = ask(candidate, region);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Subscriber> ask(Candidate candidate, String region) {
    String question = region + candidate.digits() + candidate.isShort();
    Optional<Subscriber> known = answers.get(question);
    if (known != null) {
      return known;
    }
    if (questions++ >= MOST) {
      return Optional.empty();
    }
    Optional<Subscriber> answer = plan.find(candidate, region);
    answers.put(question, answer);
    return answer;
  }
}
