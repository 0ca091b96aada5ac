package org.ringfence.reception;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.ringfence.assessment.number.CallbackNumber;
import org.ringfence.assessment.path.DeliveryPath.Road;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.custody.Summary;
import org.ringfence.effect.educate.Advice.SafeWay;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.mail.Mailbox;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/** Sums up what came of judging a mail, for those who look at many. */
final class Summaries {
  private Summaries() {}

  static Summary of(Judged judged, Work work) {
    return switch (judged) {
      case Judged.Case(CaseRecord record, var _) -> of(record, work);
      case Judged.Not not -> of(not);
    };
  }

  static Summary of(Judged.Not not) {
    return new Summary(
        "not-judged",
        not.reason(),
        0,
        "",
        "",
        "",
        "",
        "",
        "",
        List.of(),
        List.of(),
        "",
        Duration.ZERO);
  }

  private static Summary of(CaseRecord record, Work work) {
    return new Summary(
        record.verdict().band().key(),
        "",
        record.verdict().score(),
        first(record.message().surfaces(SurfaceKind.SUBJECT), Surface::text),
        first(record.message().addressing().rfc5322From(), Mailbox::address),
        platform(record.recognition()),
        record.recognition() instanceof Recognition.Notification found ? found.kind() : "",
        record.tenant().map(tenant -> key(tenant.standing())).orElse(""),
        road(record.path().road()),
        record.present().stream().map(found -> found.hallmark()).toList(),
        numbers(record),
        work.details().apply(record),
        work.page().apply(record),
        record.elapsed());
  }

  private static <T> String first(List<T> all, Function<T, String> text) {
    return all.isEmpty() ? "" : text.apply(all.getFirst());
  }

  private static String platform(Recognition recognition) {
    return switch (recognition) {
      case Recognition.Notification found -> found.platform();
      case Recognition.UnknownForm found -> found.platform();
      case Recognition.LookAlike fake -> fake.platform();
      case Recognition.Unrecognised() -> "";
    };
  }

  private static String road(Road road) {
    return switch (road) {
      case Road.Direct() -> "direct";
      case Road.Redistributed _ -> "redistributed";
      case Road.Replayed _ -> "replayed";
      case Road.ForwardedAccount _ -> "forwarded-account";
      case Road.Unknown _ -> "unknown";
    };
  }

  private static List<Summary.Telephone> numbers(CaseRecord record) {
    List<String> brands = record.advice().safeWays().stream().map(SafeWay::name).toList();
    Map<String, Boolean> called = new LinkedHashMap<>();
    for (CallbackNumber number : record.numbers()) {
      called.merge(number.e164(), number.callToAction(), Boolean::logicalOr);
    }
    return called.entrySet().stream()
        .map(one -> new Summary.Telephone(one.getKey(), one.getValue(), brands))
        .toList();
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
