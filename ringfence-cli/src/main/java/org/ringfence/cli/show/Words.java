package org.ringfence.cli.show;

import java.util.Locale;
import java.util.Optional;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.assessment.platform.Slot;
import org.ringfence.decision.judge.Band;
import org.ringfence.knowledge.PlatformProfile.Filler;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.SurfaceKind;
import org.ringfence.report.Key;

/** Our own words for the values of the core. */
public final class Words {
  private Words() {}

  /** The name used in JSON: lower case with hyphens. */
  public static String key(Enum<?> value) {
    return Key.of(value);
  }

  /** A verdict as a person says it. */
  public static String of(Band band) {
    return switch (band) {
      case CLEAR -> "clear";
      case SUSPICIOUS -> "suspicious";
      case CALLBACK_PHISHING -> "callback phishing";
    };
  }

  /** A surface as a person says it. */
  public static String of(SurfaceKind kind) {
    return switch (kind) {
      case SUBJECT -> "subject";
      case DISPLAY_NAME -> "display name";
      case PLAIN_TEXT -> "plain text";
      case VISIBLE_HTML -> "HTML, as shown";
      case HIDDEN_HTML -> "HTML, hidden from the reader";
      case CALENDAR -> "calendar entry";
      case PDF -> "PDF";
      case OFFICE -> "office document";
      case IMAGE -> "picture";
      case QR -> "QR code";
      case FILE_NAME -> "file name";
      case TEL_LINK -> "telephone link";
    };
  }

  /**
   * Where evidence stands: "subject", or "HTML, as shown (part 1.2), in the slot description,
   * filled by whoever writes the alert rule".
   */
  public static String place(Evidence evidence, Recognition recognition) {
    return place(evidence)
        + slot(evidence, recognition)
            .map(
                slot -> ", in the slot " + slot.name() + ", filled by " + filler(slot, recognition))
            .orElse("");
  }

  /** Who fills a slot, as the profile says it. */
  public static String filler(Slot slot, Recognition recognition) {
    return knownFiller(recognition, slot.name())
        .map(Filler::by)
        .orElse("a customer of the platform");
  }

  private static Optional<Filler> knownFiller(Recognition recognition, String slot) {
    return recognition instanceof Recognition.Notification notification
        ? Optional.ofNullable(notification.customers().slots().get(slot))
        : Optional.empty();
  }

  /** The slot that evidence stands in; empty where no platform is recognised. */
  public static Optional<Slot> slot(Evidence evidence, Recognition recognition) {
    return recognition instanceof Recognition.Notification notification
        ? notification.slotAt(evidence)
        : Optional.empty();
  }

  private static String place(Evidence evidence) {
    String kind = of(evidence.surface().kind());
    String place = VisibleText.line(evidence.surface().place().toString(), 80);
    boolean saysMore = !place.isEmpty() && !place.equalsIgnoreCase(kind);
    return saysMore ? kind + " (" + place + ")" : kind;
  }

  /** A quotation on one line, safe to print. */
  public static String quote(Evidence evidence, int max) {
    return Defanged.of(VisibleText.line(evidence.quote(), max));
  }

  /** A count with its noun: "1 mail", "2 mails". */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A score with two digits after the point; never certain, whatever rounding would say. */
  public static String score(double score) {
    if (score > 0.99) {
      return ">0.99";
    }
    if (score < 0.01) {
      return "<0.01";
    }
    return String.format(Locale.ROOT, "%.2f", score);
  }

  /** A contribution in log-odds with its sign. */
  public static String contribution(double logOdds) {
    return String.format(Locale.ROOT, "%+.2f", logOdds);
  }
}
