package org.ringfence.assessment.hallmark;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Link;
import org.ringfence.mail.Mailbox;
import org.ringfence.mail.Message;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * The reader is offered a link with words on it that leads somewhere else than to the sender's own
 * domain: a bait of another kind, or something to look up.
 *
 * <p>Links to the sender's own domain say nothing, as a platform puts them under every mail that
 * its customers write, and neither do those of a recognised notification or a calendar entry.
 */
record LinkToFollow(String id) implements Hallmark {
  private static final int SHORT_LABEL = 3;

  @Override
  public Finding assess(Observations seen) {
    if (!seen.message().surfaces(SurfaceKind.CALENDAR).isEmpty()
        || seen.recognition() instanceof Recognition.Notification) {
      return new Finding.Absent(id);
    }
    String own = organization(seen.author().map(Mailbox::domain).orElse(""));
    List<Evidence> evidence =
        seen.message().surfaces().stream()
            .flatMap(
                surface ->
                    shown(surface)
                        .filter(link -> !organization(host(link)).equals(own))
                        .map(link -> new Evidence(surface, link.text())))
            .toList();
    return Finding.by(id, evidence);
  }

  /** Whether any web link of the message has words on it. */
  static boolean anyIn(Message message) {
    return message.surfaces().stream().flatMap(LinkToFollow::shown).findAny().isPresent();
  }

  private static Stream<Link> shown(Surface surface) {
    return surface.links().stream()
        .filter(link -> surface.kind() != SurfaceKind.HIDDEN_HTML)
        .filter(link -> link.target().startsWith("http"))
        .filter(
            link ->
                new Evidence(surface, link.text())
                    .quote()
                    .codePoints()
                    .anyMatch(Character::isLetter));
  }

  private static String host(Link link) {
    try {
      String host = URI.create(link.target()).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException noAddress) {
      return "";
    }
  }

  /** The last two labels, or three where the second is as short as in "co.uk". */
  private static String organization(String domain) {
    String[] labels = domain.split("\\.", -1);
    int keep = 2;
    if (labels.length > 2 && labels[labels.length - 2].length() <= SHORT_LABEL) {
      keep = 3;
    }
    return String.join(
        ".", List.of(labels).subList(Math.max(0, labels.length - keep), labels.length));
  }
}
