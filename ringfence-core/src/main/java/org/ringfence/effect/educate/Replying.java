package org.ringfence.effect.educate;

import java.util.List;
import java.util.Optional;
import org.ringfence.assessment.hallmark.Finding;
import org.ringfence.decision.judge.Band;
import org.ringfence.decision.judge.Verdict;
import org.ringfence.knowledge.Guidance;
import org.ringfence.knowledge.GuidanceTexts;
import org.ringfence.knowledge.GuidanceTexts.HallmarkWords;
import org.ringfence.knowledge.ReportOutcome;

/** Answers people who reported a mail. Immutable. */
public final class Replying {
  private final Guidance guidance;

  /** Replies in the words of {@code guidance}. */
  public Replying(Guidance guidance) {
    this.guidance = guidance;
  }

  /** Who reported a mail. */
  public enum Reporter {
    /** A user of the site, proven by more than the address in the mail. */
    OURS,
    /**
     * Anybody else. They get no answer at all: it would tell an attacker what is recognised, and go
     * to whoever's address the attacker wrote into the report (backscatter).
     */
    OUTSIDER
  }

  /** What was found out about a reported mail. */
  public sealed interface Report {
    /** The mail was found in the report and judged. */
    record Judged(Verdict verdict, List<Finding.Present> present) implements Report {
      public Judged {
        present = List.copyOf(present);
      }
    }

    /** The mail was found and could not be judged. */
    record NotJudged() implements Report {}

    /** No mail was found in the report. */
    record NotUnpacked() implements Report {}
  }

  /** The answer in {@code language}, one of those that there are; empty where none may be given. */
  public Optional<Reply> reply(Reporter reporter, Report report, String language) {
    return switch (reporter) {
      case OURS -> Optional.of(reply(report, guidance.in(language)));
      case OUTSIDER -> Optional.empty();
    };
  }

  private static Reply reply(Report report, GuidanceTexts texts) {
    ReportOutcome outcome = outcome(report);
    return new Reply(outcome, texts, texts.reply(outcome), signs(report, texts));
  }

  private static ReportOutcome outcome(Report report) {
    return switch (report) {
      case Report.Judged judged -> outcome(judged.verdict().band());
      case Report.NotJudged() -> ReportOutcome.NOT_JUDGED;
      case Report.NotUnpacked() -> ReportOutcome.NOT_UNPACKED;
    };
  }

  private static ReportOutcome outcome(Band band) {
    return switch (band) {
      case CLEAR -> ReportOutcome.NOTHING_FOUND;
      case SUSPICIOUS -> ReportOutcome.SUSPICIOUS;
      case CALLBACK_PHISHING -> ReportOutcome.CALLBACK_PHISHING;
    };
  }

  /** A mail that is none of it is not explained by the little that spoke for it. */
  private static List<HallmarkWords> signs(Report report, GuidanceTexts texts) {
    return switch (report) {
      case Report.Judged judged when judged.verdict().band() != Band.CLEAR ->
          Signs.strongest(judged.present(), judged.verdict(), texts);
      case Report.Judged _, Report.NotJudged(), Report.NotUnpacked() -> List.of();
    };
  }
}
