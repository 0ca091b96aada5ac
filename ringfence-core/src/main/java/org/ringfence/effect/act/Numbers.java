package org.ringfence.effect.act;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.assessment.number.CallbackNumber;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.effect.act.body.Disarming;
import org.ringfence.effect.act.body.Disarming.Target;
import org.ringfence.effect.act.body.Rewriting;
import org.ringfence.effect.record.CaseRecord;
import org.ringfence.knowledge.PolicyAction.DisarmNumber;
import org.ringfence.mail.Place;
import org.ringfence.mail.SurfaceKind;

/**
 * The numbers of a mail that are made harder to call, and which of them were.
 *
 * <p>A number that the platform prints itself, and one that a brand publishes, is left alone.
 */
final class Numbers {
  private final DisarmNumber.How how;
  private final List<Suspect> suspects;

  /** A number of a stranger, and what is said beside it. */
  private record Suspect(CallbackNumber number, String remark) {
    Target target() {
      return Target.of(number.evidence().quote(), remark);
    }

    SurfaceKind kind() {
      return number.evidence().surface().kind();
    }

    Place place() {
      return number.evidence().surface().place();
    }
  }

  private Numbers(DisarmNumber.How how, List<Suspect> suspects) {
    this.how = how;
    this.suspects = suspects;
  }

  static Numbers of(CaseRecord record, DisarmNumber.How how, Wording wording) {
    return new Numbers(
        how,
        record.numbers().stream()
            .filter(number -> !isPlatforms(record.recognition(), number))
            .flatMap(
                number ->
                    wording
                        .remark(record.advice(), number.e164())
                        .map(remark -> new Suspect(number, remark))
                        .stream())
            .toList());
  }

  private static boolean isPlatforms(Recognition recognition, CallbackNumber number) {
    return recognition instanceof Recognition.Notification notification
        && notification.isScaffold(number.evidence())
        && notification.numbers().contains(number.e164());
  }

  boolean areNone() {
    return suspects.isEmpty();
  }

  Disarming disarming() {
    return new Disarming(how, suspects.stream().map(Suspect::target).distinct().toList());
  }

  /** How many of them are disarmed: "all", "partly" or "none". */
  String done(Optional<Rewriting.Rewritten> body, boolean subjectMasked) {
    long done = suspects.stream().filter(suspect -> isDone(suspect, body, subjectMasked)).count();
    return done == suspects.size() ? "all" : done == 0 ? "none" : "partly";
  }

  private boolean isDone(
      Suspect suspect, Optional<Rewriting.Rewritten> body, boolean subjectMasked) {
    boolean unlinks = how == DisarmNumber.How.UNLINK;
    return switch (suspect.kind()) {
      case PLAIN_TEXT, VISIBLE_HTML, HIDDEN_HTML, CALENDAR ->
          body.filter(rewritten -> isFound(suspect, rewritten.numbers(), unlinks)).isPresent();
      case TEL_LINK ->
          body.filter(one -> one.unlinked().contains(suspect.place().part())).isPresent();
      case SUBJECT -> unlinks || (subjectMasked && suspect.place().part().isEmpty());
      case DISPLAY_NAME, FILE_NAME -> unlinks;
      case PDF, OFFICE, IMAGE, QR -> false;
    };
  }

  private static boolean isFound(
      Suspect suspect, Map<String, Set<String>> numbers, boolean unlinks) {
    Optional<Set<String>> found = Optional.ofNullable(numbers.get(suspect.place().part()));
    return found.filter(in -> unlinks || in.contains(suspect.target().letters())).isPresent();
  }
}
