package org.ringfence.effect.educate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringfence.assessment.hallmark.Finding;
import org.ringfence.decision.judge.Band;
import org.ringfence.decision.judge.Explanation;
import org.ringfence.decision.judge.Verdict;
import org.ringfence.effect.educate.Replying.Report;
import org.ringfence.effect.educate.Replying.Reporter;
import org.ringfence.knowledge.GuidanceTexts.HallmarkWords;
import org.ringfence.knowledge.ReportOutcome;

class ReplyingTest {
  private static final Map<String, Double> SHARES =
      Map.of(
          "clock-is-ticking", 0.5,
          "number-in-slot", 2.2,
          "claim-in-slot", 2.1,
          "not-ours", 1.9,
          "link-to-follow", -0.8);

  private final Replying replying = new Replying(ShippedGuidance.GUIDANCE);

  @Test
  void fraud_isExplainedByItsThreeStrongestSigns() {
    Reply reply = reply(judged(Band.CALLBACK_PHISHING));

    assertThat(reply.outcome()).isEqualTo(ReportOutcome.CALLBACK_PHISHING);
    assertThat(reply.signs())
        .extracting(HallmarkWords::id)
        .containsExactly("number-in-slot", "claim-in-slot", "not-ours");
    assertThat(reply.words().lesson()).hasSize(3);
  }

  @Test
  void honestMail_isNotExplainedByTheLittleThatSpokeAgainstIt() {
    assertThat(reply(judged(Band.CLEAR)).outcome()).isEqualTo(ReportOutcome.NOTHING_FOUND);
    assertThat(reply(judged(Band.CLEAR)).signs()).isEmpty();
  }

  @Test
  void whatCouldNotBeJudgedOrUnpacked_isSaid() {
    assertThat(reply(new Report.NotJudged()).outcome()).isEqualTo(ReportOutcome.NOT_JUDGED);
    assertThat(reply(new Report.NotUnpacked()).outcome()).isEqualTo(ReportOutcome.NOT_UNPACKED);
  }

  @Test
  void outsider_getsNoAnswer() {
    for (Report report :
        List.of(
            judged(Band.CALLBACK_PHISHING),
            judged(Band.CLEAR),
            new Report.NotJudged(),
            new Report.NotUnpacked())) {
      assertThat(replying.reply(Reporter.OUTSIDER, report, "en")).isEmpty();
    }
  }

  private Reply reply(Report report) {
    return replying.reply(Reporter.OURS, report, "de").orElseThrow();
  }

  private static Report judged(Band band) {
    return new Report.Judged(
        new Verdict(band, 0.9, SHARES, Explanation.leaf(2, "reasons")),
        SHARES.keySet().stream().sorted().map(id -> new Finding.Present(id, List.of())).toList());
  }
}
