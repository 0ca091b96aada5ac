package org.ringfence.effect.educate;

import java.util.Comparator;
import java.util.List;
import org.ringfence.assessment.hallmark.Finding;
import org.ringfence.decision.judge.Verdict;
import org.ringfence.knowledge.GuidanceTexts;
import org.ringfence.knowledge.GuidanceTexts.HallmarkWords;

/** The hallmarks of one mail that are worth showing to its reader. */
public final class Signs {
  /** More than three nobody remembers. */
  public static final int MOST = 3;

  private Signs() {}

  /** The words of the hallmarks that speak most for callback phishing, the strongest first. */
  public static List<HallmarkWords> strongest(
      List<Finding.Present> present, Verdict verdict, GuidanceTexts texts) {
    return present.stream()
        .map(Finding.Present::hallmark)
        .filter(id -> verdict.contribution(id) > 0)
        .sorted(Comparator.comparingDouble(verdict::contribution).reversed())
        .flatMap(id -> texts.hallmark(id).stream())
        .limit(MOST)
        .toList();
  }
}
