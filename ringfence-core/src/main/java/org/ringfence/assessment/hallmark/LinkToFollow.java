package org.ringfence.assessment.hallmark;

import java.util.List;
import java.util.stream.Stream;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Message;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * The reader is offered a link with words on it: something to look up, or a bait of another kind. A
 * calendar entry has such links from its platform, so there they say nothing.
 */
record LinkToFollow(String id) implements Hallmark {
  @Override
  public Finding assess(Observations seen) {
    List<Evidence> evidence =
        seen.message().surfaces(SurfaceKind.CALENDAR).isEmpty()
            ? shown(seen.message()).toList()
            : List.of();
    return Finding.by(id, evidence);
  }

  /** The words of every web link that has any. */
  static Stream<Evidence> shown(Message message) {
    return message.surfaces().stream()
        .filter(surface -> surface.kind() != SurfaceKind.HIDDEN_HTML)
        .flatMap(LinkToFollow::shown);
  }

  private static Stream<Evidence> shown(Surface surface) {
    return surface.links().stream()
        .filter(link -> link.target().startsWith("http"))
        .map(link -> new Evidence(surface, link.text()))
        .filter(words -> words.quote().codePoints().anyMatch(Character::isLetter));
  }
}
