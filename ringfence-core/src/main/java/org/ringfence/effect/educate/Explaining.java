package org.ringfence.effect.educate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.assessment.authentication.source.AuthorIdentity;
import org.ringfence.assessment.hallmark.Finding;
import org.ringfence.assessment.platform.IdentityCheck;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.assessment.tenant.TenantStanding;
import org.ringfence.assessment.tenant.TenantStanding.Standing;
import org.ringfence.decision.judge.Band;
import org.ringfence.decision.judge.Verdict;
import org.ringfence.knowledge.Guidance;
import org.ringfence.knowledge.GuidanceTexts;
import org.ringfence.knowledge.PageText;
import org.ringfence.knowledge.ReportOutcome;

/** Explains a mail to its recipient. Immutable. */
public final class Explaining {
  private final Guidance guidance;

  /** Explains in the words of {@code guidance}. */
  public Explaining(Guidance guidance) {
    this.guidance = guidance;
  }

  /**
   * What was found out about a mail.
   *
   * @param recognition which platform's notification it is
   * @param tenant whose notification it is; empty where it is none
   * @param author whether its author's domain answers for it
   * @param verdict what we think of it
   * @param present the hallmarks that it shows
   * @param advice how to check it
   */
  public record Judged(
      Recognition recognition,
      Optional<TenantStanding> tenant,
      AuthorIdentity author,
      Verdict verdict,
      List<Finding.Present> present,
      Advice advice) {
    public Judged {
      present = List.copyOf(present);
    }
  }

  /** The explanation in {@code language}, one of those that there are. */
  public Explained explain(Judged mail, String language) {
    GuidanceTexts texts = guidance.in(language);
    return new Explained(
        texts,
        verdict(mail.verdict().band(), texts),
        List.of(genuine(mail, texts)),
        typed(mail, texts),
        call(mail, texts),
        Signs.strongest(mail.present(), mail.verdict(), texts),
        ways(mail.advice(), texts));
  }

  private static String verdict(Band band, GuidanceTexts texts) {
    return switch (band) {
      case CALLBACK_PHISHING -> texts.text(PageText.VERDICT_PHISHING);
      case SUSPICIOUS -> texts.text(PageText.VERDICT_SUSPICIOUS);
      case CLEAR -> texts.reply(ReportOutcome.NOTHING_FOUND).verdict();
    };
  }

  private static String genuine(Judged mail, GuidanceTexts texts) {
    Map<String, String> platform = Map.of("platform", mail.advice().platform());
    if (isByPlatform(mail)) {
      return texts.fill(PageText.GENUINE_PLATFORM, platform);
    }
    if (mail.recognition() instanceof Recognition.LookAlike && isPlatformNamed(mail)) {
      return texts.fill(PageText.GENUINE_COPY, platform);
    }
    return switch (mail.author()) {
      case AuthorIdentity.Authenticated author ->
          texts.fill(PageText.GENUINE_DOMAIN, Map.of("domain", author.domain()));
      case AuthorIdentity.Unauthenticated _, AuthorIdentity.NotAssessed _ ->
          texts.text(PageText.GENUINE_NOTHING);
    };
  }

  private static List<String> typed(Judged mail, GuidanceTexts texts) {
    if (mail.tenant().filter(tenant -> tenant.is(Standing.CONFIRMED_OURS)).isPresent()) {
      return List.of();
    }
    if (!isByPlatform(mail) || !(mail.recognition() instanceof Recognition.Notification found)) {
      return List.of(texts.text(PageText.TYPED_ALL));
    }
    return found.slots().isEmpty()
        ? List.of()
        : List.of(texts.fill(PageText.TYPED_SLOT, Map.of("platform", mail.advice().platform())));
  }

  private static List<String> call(Judged mail, GuidanceTexts texts) {
    if (mail.verdict().band() == Band.CLEAR) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(texts.text(PageText.CALL_TEXT)));
    for (Advice.Published published : mail.advice().published()) {
      Map<String, String> values =
          Map.of("brand", published.brand(), "number", published.number().e164());
      lines.add(texts.fill(PageText.CALL_PUBLISHED, values));
    }
    return lines;
  }

  private static List<String> ways(Advice advice, GuidanceTexts texts) {
    List<String> ways = new ArrayList<>(List.of(texts.text(PageText.CHECK_BOOKMARK)));
    advice.safeWays().stream()
        .map(way -> Map.of("name", way.name(), "address", way.address()))
        .forEach(way -> ways.add(texts.fill(PageText.CHECK_PORTAL, way)));
    ways.add(texts.text(PageText.CHECK_CARD));
    ways.add(texts.text(PageText.CHECK_ASK));
    return ways;
  }

  private static boolean isByPlatform(Judged mail) {
    IdentityCheck identity =
        switch (mail.recognition()) {
          case Recognition.Notification found -> found.identity();
          case Recognition.UnknownForm found -> found.identity();
          case Recognition.LookAlike _, Recognition.Unrecognised() ->
              new IdentityCheck.NotClaimed();
        };
    return identity instanceof IdentityCheck.Proven && isPlatformNamed(mail);
  }

  private static boolean isPlatformNamed(Judged mail) {
    return !mail.advice().platform().isEmpty();
  }
}
