package org.ringfence.assessment.hallmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ringfence.assessment.platform.Recognition;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Link;
import org.ringfence.mail.Mailbox;
import org.ringfence.mail.Message;
import org.ringfence.mail.Span;
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
                        .limit(Finding.EVIDENCE_LIMIT)
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
        .filter(link -> hasWords(surface.text(), link.text()));
  }

  private static boolean hasWords(String text, Span shown) {
    for (int i = shown.start(); i < shown.end(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** What stands between "//" and the next slash, without user, port and query. */
  private static String host(Link link) {
    String target = link.target();
    int start = target.indexOf("//") + 2;
    int end = start;
    while (end < target.length() && "/?#\\".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    String authority = target.substring(start, end);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int port = host.indexOf(':');
    return (port < 0 ? host : host.substring(0, port)).toLowerCase(Locale.ROOT);
  }

  /** The last two labels, or three where the second is as short as in "co.uk". */
  private static String organization(String domain) {
    int top = domain.lastIndexOf('.');
    int second = domain.lastIndexOf('.', top - 1);
    boolean shared = top - second - 1 <= SHORT_LABEL;
    int start = shared && second > 0 ? domain.lastIndexOf('.', second - 1) : second;
    return domain.substring(start + 1);
  }
}
