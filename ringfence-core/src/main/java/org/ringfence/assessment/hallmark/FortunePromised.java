package org.ringfence.assessment.hallmark;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ringfence.assessment.lure.SurfaceLures;
import org.ringfence.knowledge.Concept;
import org.ringfence.mail.Evidence;

/** Advance-fee fraud: its own phrases, or one of them beside a sum that no household is billed. */
record FortunePromised(String id) implements Hallmark {
  private static final BigDecimal FORTUNE = BigDecimal.valueOf(100_000);
  private static final int PHRASES = 2;

  /** Currencies whose unit is so small that a fortune needs more digits. */
  private static final Set<String> SMALL_UNITS = Set.of("JPY", "KRW", "INR", "RUB", "XXX");

  @Override
  public Finding assess(Observations seen) {
    List<Evidence> phrases = seen.said(Set.of(Concept.ADVANCE_FEE));
    List<Evidence> sums =
        seen.lures().surfaces().stream().flatMap(FortunePromised::fortunes).toList();
    boolean promised =
        phrases.stream().map(Evidence::quote).distinct().count() >= PHRASES
            || (!sums.isEmpty() && !phrases.isEmpty());
    return promised
        ? Finding.by(id, Stream.concat(phrases.stream(), sums.stream()).toList())
        : new Finding.Absent(id);
  }

  private static Stream<Evidence> fortunes(SurfaceLures surface) {
    return surface.amounts().stream()
        .filter(amount -> !SMALL_UNITS.contains(amount.currency()))
        .filter(amount -> amount.value().compareTo(FORTUNE) >= 0)
        .map(amount -> surface.surface().evidence(amount.start(), amount.end()));
  }
}
