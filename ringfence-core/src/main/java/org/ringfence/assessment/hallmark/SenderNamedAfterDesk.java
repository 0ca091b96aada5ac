package org.ringfence.assessment.hallmark;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.ringfence.assessment.lure.SurfaceLures;
import org.ringfence.knowledge.Concept;
import org.ringfence.knowledge.MailboxProviders;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Mailbox;
import org.ringfence.mail.SurfaceKind;

/**
 * The sender's name is an order, a receipt or a support desk, while the address belongs to a
 * person's mailbox at a public provider.
 */
record SenderNamedAfterDesk(String id, MailboxProviders providers) implements Hallmark {
  private static final Set<Concept> DESK =
      Collections.unmodifiableSet(
          EnumSet.of(
              Concept.SUPPORT_LINE,
              Concept.ORDER,
              Concept.CHARGE,
              Concept.RENEWAL,
              Concept.REFUND,
              Concept.REFERENCE_LABEL,
              Concept.GENERIC_GREETING,
              Concept.ACCOUNT_TROUBLE));

  @Override
  public Finding assess(Observations seen) {
    boolean publicMailbox =
        seen.author().map(Mailbox::domain).filter(providers::isPublic).isPresent();
    return publicMailbox ? Finding.by(id, evidence(seen)) : new Finding.Absent(id);
  }

  private static List<Evidence> evidence(Observations seen) {
    return seen.lures().surfaces().stream()
        .filter(SenderNamedAfterDesk::isAuthorsName)
        .flatMap(
            name ->
                Stream.concat(
                    Observations.said(name, DESK).stream(),
                    name.brands().stream()
                        .map(brand -> name.surface().evidence(brand.start(), brand.end()))))
        .toList();
  }

  static boolean isAuthorsName(SurfaceLures lures) {
    var surface = lures.surface().surface();
    return surface.kind() == SurfaceKind.DISPLAY_NAME
        && surface.place().detail().toLowerCase(Locale.ROOT).startsWith("from");
  }
}
