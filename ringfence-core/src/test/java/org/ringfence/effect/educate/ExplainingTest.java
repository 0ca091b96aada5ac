package org.ringfence.effect.educate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringfence.assessment.authentication.source.AuthorIdentity;
import org.ringfence.assessment.hallmark.Finding;
import org.ringfence.assessment.platform.IdentityCheck;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.assessment.platform.Slot;
import org.ringfence.assessment.tenant.TenantStanding;
import org.ringfence.assessment.tenant.TenantStanding.Comparison;
import org.ringfence.assessment.tenant.TenantStanding.Standing;
import org.ringfence.decision.judge.Band;
import org.ringfence.decision.judge.Explanation;
import org.ringfence.decision.judge.Verdict;
import org.ringfence.effect.educate.Explaining.Judged;
import org.ringfence.knowledge.Directory.PublishedNumber;
import org.ringfence.knowledge.GuidanceTexts;
import org.ringfence.knowledge.GuidanceTexts.HallmarkWords;
import org.ringfence.knowledge.PageText;
import org.ringfence.knowledge.PlatformProfile.Customers;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Place;
import org.ringfence.mail.Span;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

class ExplainingTest {
  private static final GuidanceTexts ENGLISH = ShippedGuidance.GUIDANCE.in("en");
  private static final Map<String, String> PLATFORM = Map.of("platform", "Lantern Alerts");
  private static final IdentityCheck PROVEN = new IdentityCheck.Proven("lantern.example signed it");
  private static final AuthorIdentity ANSWERS =
      new AuthorIdentity.Authenticated("lantern.example", "dkim=pass");

  private final Explaining explaining = new Explaining(ShippedGuidance.GUIDANCE);

  @Test
  void notificationWithTypedWords_isGenuineAndWrittenByAStranger() {
    Explained told = explain(notification(PROVEN), Optional.empty(), ANSWERS);

    assertThat(told.verdict()).isEqualTo(ENGLISH.text(PageText.VERDICT_PHISHING));
    assertThat(told.genuine()).containsExactly(ENGLISH.fill(PageText.GENUINE_PLATFORM, PLATFORM));
    assertThat(told.typed()).containsExactly(ENGLISH.fill(PageText.TYPED_SLOT, PLATFORM));
    assertThat(told.signs()).extracting(HallmarkWords::id).containsExactly("claim-in-slot");
  }

  @Test
  void ownNotification_isWrittenByNoStranger() {
    assertThat(explain(notification(PROVEN), standing(Standing.CONFIRMED_OURS), ANSWERS).typed())
        .isEmpty();
    assertThat(explain(notification(PROVEN), standing(Standing.NOT_OURS), ANSWERS).typed())
        .isNotEmpty();
  }

  @Test
  void platformThatIsNotProven_isNotCalledGenuine() {
    Explained told =
        explain(
            notification(new IdentityCheck.NotAssessed("nobody looked")),
            Optional.empty(),
            new AuthorIdentity.NotAssessed("nobody looked"));

    assertThat(told.genuine()).containsExactly(ENGLISH.text(PageText.GENUINE_NOTHING));
    assertThat(told.typed()).containsExactly(ENGLISH.text(PageText.TYPED_ALL));
  }

  @Test
  void copy_isCalledACopyThoughADomainAnswersForIt() {
    Recognition copy = new Recognition.LookAlike("lantern-alerts", "signed by another");

    assertThat(explain(copy, Optional.empty(), ANSWERS).genuine())
        .containsExactly(ENGLISH.fill(PageText.GENUINE_COPY, PLATFORM));
  }

  @Test
  void mailOfNoPlatform_cameFromTheDomainThatAnswersForIt() {
    assertThat(explain(new Recognition.Unrecognised(), Optional.empty(), ANSWERS).genuine())
        .containsExactly(
            ENGLISH.fill(PageText.GENUINE_DOMAIN, Map.of("domain", "lantern.example")));
  }

  @Test
  void publishedNumber_isNamedAndProvesNothing() {
    assertThat(explain(notification(PROVEN), Optional.empty(), ANSWERS).call())
        .containsExactly(
            ENGLISH.text(PageText.CALL_TEXT),
            ENGLISH.fill(
                PageText.CALL_PUBLISHED, Map.of("brand", "Lantern", "number", "+18085550142")));
  }

  @Test
  void waysToCheck_leadNowhereButWhereTheDirectorySays() {
    assertThat(explain(notification(PROVEN), Optional.empty(), ANSWERS).ways())
        .containsExactly(
            ENGLISH.text(PageText.CHECK_BOOKMARK),
            ENGLISH.fill(
                PageText.CHECK_PORTAL,
                Map.of("name", "Lantern", "address", "https://lantern.example")),
            ENGLISH.text(PageText.CHECK_CARD),
            ENGLISH.text(PageText.CHECK_ASK));
  }

  private Explained explain(
      Recognition recognition, Optional<TenantStanding> tenant, AuthorIdentity author) {
    return explaining.explain(
        new Judged(
            recognition,
            tenant,
            author,
            new Verdict(
                Band.CALLBACK_PHISHING,
                0.98,
                Map.of("claim-in-slot", 2.2),
                Explanation.leaf(2, "reasons")),
            List.of(new Finding.Present("claim-in-slot", List.of())),
            advice()),
        "en");
  }

  private static Advice advice() {
    return new Advice(
        "en",
        "Lantern Alerts",
        List.of(new Advice.SafeWay("Lantern", "https://lantern.example", "Sign in.")),
        List.of(
            new Advice.Published(
                "Lantern",
                new PublishedNumber(
                    "+18085550142", "help", "https://lantern.example", LocalDate.EPOCH))),
        List.of("Lantern"));
  }

  private static Recognition notification(IdentityCheck identity) {
    String text = "You were charged.";
    Surface surface = new Surface(SurfaceKind.PLAIN_TEXT, Place.part("1"), text);
    Evidence words = new Evidence(surface, new Span(0, text.length()));
    return new Recognition.Notification(
        "lantern-alerts",
        "alert",
        Map.of(),
        List.of(new Slot("description", words)),
        List.of(),
        Map.<String, Set<String>>of(),
        new Customers(Map.of(), List.of()),
        identity);
  }

  private static Optional<TenantStanding> standing(Standing standing) {
    return Optional.of(
        new TenantStanding(standing, "reason", List.of(), Comparison.none(), List.of()));
  }
}
