package org.ringfence.assessment.hallmark;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ringfence.knowledge.Concept;
import org.ringfence.mail.Evidence;

/**
 * A number to call stands among words of a certain meaning: "if you did not authorise this, call
 * …".
 *
 * @param concepts one of these must be spoken of around the number
 * @param alsoOneOf and one of these too, or a sum of money where {@code orAmount}; empty for no
 *     second condition
 * @param orAmount whether a sum of money meets the second condition
 */
record SaidAroundNumber(String id, Set<Concept> concepts, Set<Concept> alsoOneOf, boolean orAmount)
    implements Hallmark {
  SaidAroundNumber(String id, Concept first, Concept... others) {
    this(id, Collections.unmodifiableSet(EnumSet.of(first, others)), Set.of(), false);
  }

  @Override
  public Finding assess(Observations seen) {
    List<Evidence> evidence = seen.calls().stream().flatMap(this::evidenceAround).toList();
    return Finding.by(id, evidence);
  }

  private Stream<Evidence> evidenceAround(Call call) {
    List<Evidence> first = call.said(concepts);
    if (first.isEmpty()) {
      return Stream.of();
    }
    if (alsoOneOf.isEmpty() && !orAmount) {
      return Stream.concat(first.stream().limit(2), Stream.of(call.evidence()));
    }
    List<Evidence> second =
        Stream.concat(
                orAmount ? call.amounts().stream() : Stream.of(), call.said(alsoOneOf).stream())
            .toList();
    if (second.isEmpty()) {
      return Stream.of();
    }
    return Stream.of(first.stream().limit(2), second.stream().limit(1), Stream.of(call.evidence()))
        .flatMap(part -> part);
  }
}
