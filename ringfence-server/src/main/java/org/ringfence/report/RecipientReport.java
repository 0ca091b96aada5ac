package org.ringfence.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.assessment.authentication.source.AuthorIdentity;
import org.ringfence.assessment.hallmark.Finding;
import org.ringfence.assessment.platform.IdentityCheck;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.assessment.platform.Slot;
import org.ringfence.assessment.tenant.TenantStanding;
import org.ringfence.decision.judge.Band;
import org.ringfence.decision.judge.Explanation;
import org.ringfence.decision.judge.Verdict;
import org.ringfence.effect.educate.Advice;
import org.ringfence.effect.educate.Explaining;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.knowledge.Directory.PublishedNumber;
import org.ringfence.knowledge.PlatformProfile.Customers;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Place;
import org.ringfence.mail.Span;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * What the page for the recipients of a mail is made of: enough to explain the mail in any language
 * long after it was judged, as most mails that are explained are not kept.
 *
 * @param band the verdict
 * @param contributions what each hallmark that is present adds, by its id
 * @param recognised how the platform was recognised
 * @param domain the domain that answers for the mail; empty for none
 * @param ours whether the platform confirmed it as the site's own
 * @param advice how to check it
 * @param picture its words
 */
public record RecipientReport(
    Band band,
    Map<String, Double> contributions,
    Recognised recognised,
    String domain,
    boolean ours,
    Told advice,
    MailPicture picture) {
  /** That there are words of a customer matters here, not which. */
  private static final Slot SOMEWHERE =
      new Slot(
          Slot.UNKNOWN,
          new Evidence(new Surface(SurfaceKind.PLAIN_TEXT, Place.part("1"), ""), new Span(0, 0)));

  public RecipientReport {
    contributions = Map.copyOf(contributions);
  }

  /** How a platform was recognised. */
  public enum Form {
    NOTIFICATION,
    UNKNOWN_FORM,
    LOOK_ALIKE,
    NONE
  }

  /**
   * How a platform was recognised.
   *
   * @param platform its id; empty for none
   * @param proven whether it sent the mail
   * @param typed whether a customer of it typed some of the words
   */
  public record Recognised(Form form, String platform, boolean proven, boolean typed) {}

  /**
   * The advice, as far as a page needs it.
   *
   * @param published numbers of the mail that a brand publishes
   */
  public record Told(
      String language, String platform, List<Advice.SafeWay> safeWays, List<Published> published) {
    public Told {
      safeWays = List.copyOf(safeWays);
      published = List.copyOf(published);
    }
  }

  /** A number of the mail, and the name of the brand that publishes it. */
  public record Published(String brand, String e164) {
    private Advice.Published advice() {
      return new Advice.Published(brand, new PublishedNumber(e164, "", "", LocalDate.EPOCH));
    }
  }

  /** What the page of a mail is made of. */
  public static RecipientReport of(CaseRecord record) {
    Recognised recognised = recognised(record.recognition());
    Map<String, Double> contributions = new HashMap<>();
    for (Finding.Present found : record.present()) {
      contributions.put(found.hallmark(), record.verdict().contribution(found.hallmark()));
    }
    return new RecipientReport(
        record.verdict().band(),
        contributions,
        recognised,
        record.authenticated().author() instanceof AuthorIdentity.Authenticated known
            ? known.domain()
            : "",
        record
            .tenant()
            .filter(tenant -> tenant.is(TenantStanding.Standing.CONFIRMED_OURS))
            .isPresent(),
        told(record.advice()),
        MailPicture.of(record));
  }

  private static Recognised recognised(Recognition recognition) {
    return switch (recognition) {
      case Recognition.Notification found ->
          new Recognised(
              Form.NOTIFICATION,
              found.platform(),
              isProven(found.identity()),
              !found.slots().isEmpty());
      case Recognition.UnknownForm found ->
          new Recognised(Form.UNKNOWN_FORM, found.platform(), isProven(found.identity()), true);
      case Recognition.LookAlike fake ->
          new Recognised(Form.LOOK_ALIKE, fake.platform(), false, true);
      case Recognition.Unrecognised() -> new Recognised(Form.NONE, "", false, true);
    };
  }

  private static boolean isProven(IdentityCheck identity) {
    return identity instanceof IdentityCheck.Proven;
  }

  private static Told told(Advice advice) {
    return new Told(
        advice.language(),
        advice.platform(),
        advice.safeWays(),
        advice.published().stream()
            .map(one -> new Published(one.brand(), one.number().e164()))
            .toList());
  }

  /** The same as those who explain a mail take it. */
  public Explaining.Judged judged() {
    return new Explaining.Judged(
        recognition(),
        tenant(),
        domain.isEmpty()
            ? new AuthorIdentity.NotAssessed("Not remembered.")
            : new AuthorIdentity.Authenticated(domain, ""),
        new Verdict(band, 0, contributions, Explanation.leaf(0, "")),
        contributions.keySet().stream()
            .sorted()
            .map(id -> new Finding.Present(id, List.of()))
            .toList(),
        new Advice(
            advice.language(),
            advice.platform(),
            advice.safeWays(),
            advice.published().stream().map(Published::advice).toList(),
            List.of()));
  }

  private Recognition recognition() {
    IdentityCheck identity =
        recognised.proven()
            ? new IdentityCheck.Proven("")
            : new IdentityCheck.NotAssessed("Not remembered.");
    return switch (recognised.form()) {
      case NOTIFICATION ->
          new Recognition.Notification(
              recognised.platform(),
              "",
              Map.of(),
              recognised.typed() ? List.of(SOMEWHERE) : List.of(),
              List.of(),
              Map.of(),
              new Customers(Map.of(), List.of()),
              identity);
      case UNKNOWN_FORM -> new Recognition.UnknownForm(recognised.platform(), identity);
      case LOOK_ALIKE -> new Recognition.LookAlike(recognised.platform(), "");
      case NONE -> new Recognition.Unrecognised();
    };
  }

  private Optional<TenantStanding> tenant() {
    return ours
        ? Optional.of(
            new TenantStanding(
                TenantStanding.Standing.CONFIRMED_OURS,
                "",
                List.of(),
                TenantStanding.Comparison.none(),
                List.of()))
        : Optional.empty();
  }
}
