package org.ringfence.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringfence.assessment.path.DeliveryPath;
import org.ringfence.assessment.path.DeliveryPath.Road;

/** By which road a mail came, as {@code scan-result.schema.json} describes it. */
public record PathReport(
    String road,
    @Nullable String by,
    boolean ours,
    boolean calendar,
    String inWords,
    List<Noticed> circumstances) {

  /** What was noticed on the way. */
  public record Noticed(String kind, String reason, @Nullable String who) {
    static Noticed of(DeliveryPath.Circumstance one) {
      return new Noticed(Key.of(one.kind()), one.reason(), one.who().orElse(null));
    }
  }

  static PathReport of(DeliveryPath path) {
    return new PathReport(
        road(path.road()),
        by(path.road()),
        path.road() instanceof Road.Redistributed(String _, boolean ours) && ours,
        path.calendar(),
        path.inWords(),
        path.circumstances().stream().map(Noticed::of).toList());
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

  private static @Nullable String by(Road road) {
    return switch (road) {
      case Road.Redistributed(String by, boolean _) -> by;
      case Road.Replayed(String signer) -> signer;
      case Road.ForwardedAccount(String account) -> account;
      case Road.Direct _, Road.Unknown _ -> null;
    };
  }
}
