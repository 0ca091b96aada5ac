package org.ringfence.assessment.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found in one message, bounded. Those that the text asks to call have room of their own,
 * so a page of invoice numbers cannot crowd them out.
 */
final class Candidates {
  private static final int MOST = 400;

  private final List<Candidate> asked = new ArrayList<>();
  private final List<Candidate> others = new ArrayList<>();

  void add(Candidate candidate) {
    List<Candidate> list = candidate.asked() || candidate.isInternational() ? asked : others;
    if (list.size() < MOST) {
      list.add(candidate);
    }
  }

  List<Candidate> likeliestFirst() {
    return Stream.concat(asked.stream(), others.stream())
        .sorted(Candidate.LIKELIEST_FIRST)
        .toList();
  }
}
