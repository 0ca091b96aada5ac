package org.ringfence.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.assessment.platform.Slot;
import org.ringfence.assessment.tenant.TenantStanding;
import org.ringfence.cli.show.AuthenticationText;
import org.ringfence.cli.show.RoadText;
import org.ringfence.cli.show.Titles;
import org.ringfence.cli.show.VerifyText;
import org.ringfence.cli.show.Words;
import org.ringfence.cli.show.WriterText;
import org.ringfence.effect.educate.Advice;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.report.CaseReport;

/**
 * The object that {@code verify --format json} prints, as {@code verification.schema.json} says.
 */
record Verification(
    String file,
    String standing,
    String reason,
    @Nullable String writer,
    String verdict,
    double score,
    @Nullable String sender,
    String road,
    List<String> circumstances,
    @Nullable String platform,
    @Nullable String notification,
    List<Typed> typed,
    List<CaseReport.Name> names,
    List<String> same,
    List<String> different,
    List<String> steps,
    List<SafeWay> safeWays) {
  /** What stands for a mail that no customer of a platform caused. */
  private static final String NONE = "no-notification";

  /** Words that a customer typed. */
  record Typed(String slot, String by, String words) {
    static Typed of(Slot slot, Recognition recognition) {
      return new Typed(slot.name(), Words.filler(slot, recognition), slot.evidence().quote());
    }
  }

  /** Where to check without the mail. */
  record SafeWay(String name, String address, String how) {
    static SafeWay of(Advice.SafeWay way) {
      return new SafeWay(way.name(), way.address(), way.how());
    }
  }

  static Verification of(String file, CaseRecord record, Titles titles) {
    TenantStanding tenant = record.tenant().orElse(null);
    Recognition recognition = record.recognition();
    Recognition.@Nullable Notification found =
        recognition instanceof Recognition.Notification one ? one : null;
    CaseReport.@Nullable Tenant told = tenant == null ? null : CaseReport.Tenant.of(tenant);
    return new Verification(
        file,
        told == null ? NONE : told.standing(),
        told == null ? VerifyText.NOBODY_TO_ASK : told.reason(),
        WriterText.of(record, titles).orElse(null),
        record.verdict().band().key(),
        Math.round(record.verdict().score() * 1e4) / 1e4,
        AuthenticationText.author(record.authenticated()).orElse(null),
        RoadText.of(record.path()),
        RoadText.circumstances(record.path()),
        found == null ? null : found.platform(),
        found == null ? null : found.kind(),
        found == null ? List.of() : found.slots().stream().map(s -> Typed.of(s, found)).toList(),
        told == null ? List.of() : told.names(),
        told == null ? List.of() : told.same(),
        told == null ? List.of() : told.different(),
        tenant == null ? List.of() : tenant.steps(),
        record.advice().safeWays().stream().map(SafeWay::of).toList());
  }
}
