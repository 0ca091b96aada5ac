package org.ringfence.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringfence.assessment.authentication.MethodResult;
import org.ringfence.assessment.authentication.results.TrustedResults;
import org.ringfence.assessment.authentication.source.ArcHandler;
import org.ringfence.assessment.authentication.source.Authenticated;
import org.ringfence.assessment.authentication.source.AuthorIdentity;
import org.ringfence.assessment.hallmark.Finding;
import org.ringfence.assessment.number.CallbackNumber;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.assessment.platform.Slot;
import org.ringfence.assessment.tenant.TenantStanding;
import org.ringfence.effect.educate.Advice.SafeWay;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.ParseDefect;

/**
 * What was found out about a mail, as {@code scan-result.schema.json} describes it. Quotes are the
 * mail's own words, unchanged but for their JSON escapes.
 */
public record CaseReport(
    String verdict,
    double score,
    @Nullable String platform,
    @Nullable String notification,
    @Nullable String lookAlike,
    Authentication authentication,
    PathReport path,
    @Nullable Tenant tenant,
    List<Telephone> numbers,
    List<Hallmark> hallmarks,
    List<SafeWay> safeWays,
    List<Defect> defects,
    double elapsedMs) {
  private static final int MOST_PLACES = 10;

  /** Who answers for the mail. */
  public record Authentication(
      String author,
      @Nullable String domain,
      String reason,
      List<Result> results,
      List<Sealer> arc,
      List<Doubted> doubted) {
    static Authentication of(Authenticated authenticated) {
      AuthorIdentity author = authenticated.author();
      return new Authentication(
          switch (author) {
            case AuthorIdentity.Authenticated _ -> "authenticated";
            case AuthorIdentity.Unauthenticated _ -> "unauthenticated";
            case AuthorIdentity.NotAssessed _ -> "not-assessed";
          },
          author instanceof AuthorIdentity.Authenticated known ? known.domain() : null,
          switch (author) {
            case AuthorIdentity.Authenticated known -> known.by();
            case AuthorIdentity.Unauthenticated(String reason) -> reason;
            case AuthorIdentity.NotAssessed(String reason) -> reason;
          },
          authenticated.results().results().stream().map(Result::of).toList(),
          authenticated.arcHops().stream().map(Sealer::of).toList(),
          authenticated.doubted().stream().map(Doubted::of).toList());
    }
  }

  /** A result of one method (RFC 8601). */
  public record Result(
      String method, String result, String reason, Map<String, String> properties) {
    static Result of(MethodResult result) {
      Map<String, String> properties = new LinkedHashMap<>();
      result
          .properties()
          .forEach(one -> properties.put(one.ptype() + "." + one.property(), one.pvalue()));
      return new Result(result.method().key(), result.code().key(), result.reason(), properties);
    }
  }

  /** A handler of the ARC chain. */
  public record Sealer(String sealer, boolean believed) {
    static Sealer of(ArcHandler handler) {
      return new Sealer(handler.sealer(), !handler.believed().isEmpty());
    }
  }

  /** An Authentication-Results field that nobody should believe. */
  public record Doubted(int field, String doubt, String reason) {
    static Doubted of(TrustedResults.Doubted doubted) {
      return new Doubted(doubted.index() + 1, Key.of(doubted.doubt()), doubted.reason());
    }
  }

  /** Whose notification it is. */
  public record Tenant(
      String standing, String reason, List<Name> names, List<String> same, List<String> different) {
    /** The same as a report has it. */
    public static Tenant of(TenantStanding tenant) {
      return new Tenant(
          Key.of(tenant.standing()),
          tenant.reason(),
          tenant.tenants().stream().map(id -> new Name(id.scheme(), id.value())).toList(),
          tenant.comparison().same().stream().sorted().toList(),
          tenant.comparison().different().stream().sorted().toList());
    }
  }

  /** The name of a platform's customer, or of one thing of theirs. */
  public record Name(String scheme, String value) {}

  /** A telephone number. */
  public record Telephone(
      String e164,
      String raw,
      String region,
      String type,
      String surface,
      String place,
      @Nullable String slot,
      List<String> disguise,
      boolean callToAction,
      @Nullable String publishedBy) {
    static Telephone of(CallbackNumber number, CaseRecord record) {
      return new Telephone(
          number.e164(),
          number.evidence().quote(),
          number.region(),
          Key.of(number.type()),
          Key.of(number.evidence().surface().kind()),
          number.evidence().surface().place().toString(),
          slotName(number.evidence(), record.recognition()),
          number.disguises().stream().map(Key::of).sorted().toList(),
          number.callToAction(),
          record.advice().publisher(number.e164()).orElse(null));
    }
  }

  /** A hallmark that is present; surface and evidence are those of its first place. */
  public record Hallmark(
      String id,
      String title,
      @Nullable String surface,
      String evidence,
      double contribution,
      List<Quote> places) {
    static Hallmark of(Finding.Present finding, CaseRecord record, UnaryOperator<String> titles) {
      List<Quote> places =
          finding.evidence().stream()
              .limit(MOST_PLACES)
              .map(words -> Quote.of(words, record.recognition()))
              .toList();
      return new Hallmark(
          finding.hallmark(),
          titles.apply(finding.hallmark()),
          places.isEmpty() ? null : places.getFirst().surface(),
          places.isEmpty() ? "" : places.getFirst().quote(),
          Rounded.of(record.verdict().contribution(finding.hallmark())),
          places);
    }
  }

  /** Words, and where they stand. */
  public record Quote(String surface, String place, @Nullable String slot, String quote) {
    static Quote of(Evidence evidence, Recognition recognition) {
      return new Quote(
          Key.of(evidence.surface().kind()),
          evidence.surface().place().toString(),
          slotName(evidence, recognition),
          evidence.quote());
    }
  }

  /** What could not be read. */
  public record Defect(String kind, String place, String detail) {
    static Defect of(ParseDefect defect) {
      return new Defect(Key.of(defect.kind()), defect.place().toString(), defect.detail());
    }
  }

  /**
   * The report of one mail.
   *
   * @param titles the titles of hallmarks, by their ids
   */
  public static CaseReport of(CaseRecord record, UnaryOperator<String> titles) {
    Recognition recognition = record.recognition();
    return new CaseReport(
        record.verdict().band().key(),
        Rounded.of(record.verdict().score()),
        platform(recognition),
        recognition instanceof Recognition.Notification found ? found.kind() : null,
        recognition instanceof Recognition.LookAlike fake ? fake.reason() : null,
        Authentication.of(record.authenticated()),
        PathReport.of(record.path()),
        record.tenant().map(Tenant::of).orElse(null),
        record.numbers().stream().map(number -> Telephone.of(number, record)).toList(),
        record.present().stream().map(finding -> Hallmark.of(finding, record, titles)).toList(),
        record.advice().safeWays(),
        record.message().defects().stream().map(Defect::of).toList(),
        Rounded.of(record.elapsed().toNanos() / 1e6));
  }

  private static @Nullable String slotName(Evidence evidence, Recognition recognition) {
    return recognition instanceof Recognition.Notification notification
        ? notification.slotAt(evidence).map(Slot::name).orElse(null)
        : null;
  }

  private static @Nullable String platform(Recognition recognition) {
    return switch (recognition) {
      case Recognition.Notification found -> found.platform();
      case Recognition.UnknownForm unknown -> unknown.platform();
      case Recognition.LookAlike fake -> fake.platform();
      case Recognition.Unrecognised() -> null;
    };
  }
}
