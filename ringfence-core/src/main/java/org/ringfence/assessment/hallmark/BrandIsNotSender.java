package org.ringfence.assessment.hallmark;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ringfence.assessment.lure.BrandMention;
import org.ringfence.assessment.lure.SurfaceLures;
import org.ringfence.knowledge.Brand;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Mailbox;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * The words around the number speak for a brand, and the mail does not come from that brand.
 *
 * <p>Who really sent a mail is for authentication to say; a From that does not even claim to be the
 * brand needs none.
 */
final class BrandIsNotSender implements Hallmark {
  private final String id;
  private final Map<String, Brand> brands;

  BrandIsNotSender(String id, List<Brand> brands) {
    this.id = id;
    this.brands = brands.stream().collect(Collectors.toMap(Brand::id, Function.identity()));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Finding assess(Observations seen) {
    String sender = seen.author().map(Mailbox::domain).orElse("");
    if (seen.calls().stream().noneMatch(Call::makesClaim)) {
      return new Finding.Absent(id);
    }
    List<Evidence> evidence =
        seen.lures().surfaces().stream()
            .filter(BrandIsNotSender::isRead)
            .flatMap(
                surface ->
                    surface.brands().stream()
                        .filter(mention -> isForeign(mention, sender))
                        .filter(mention -> isNearCall(seen, surface, mention))
                        .map(m -> surface.surface().evidence(m.start(), m.end())))
            .toList();
    return Finding.by(id, evidence);
  }

  /** The Sender field names the platform that carried the mail, To and Cc the reader. */
  private static boolean isRead(SurfaceLures surface) {
    Surface place = surface.surface().surface();
    return place.kind() != SurfaceKind.HIDDEN_HTML
        && (place.kind() != SurfaceKind.DISPLAY_NAME
            || SenderNamedAfterDesk.isAuthorsName(surface));
  }

  private static boolean isNearCall(Observations seen, SurfaceLures surface, BrandMention mention) {
    SurfaceKind kind = surface.surface().surface().kind();
    return Set.of(SurfaceKind.SUBJECT, SurfaceKind.DISPLAY_NAME).contains(kind)
        || seen.calls().stream()
            .flatMap(call -> call.around().stream())
            .anyMatch(
                stretch ->
                    stretch.surface().equals(surface)
                        && stretch.holds(mention.start(), mention.end()));
  }

  private boolean isForeign(BrandMention mention, String sender) {
    Brand brand = brands.get(mention.brand());
    return brand != null
        && brand.domains().stream()
            .noneMatch(own -> sender.equals(own) || sender.endsWith("." + own));
  }
}
