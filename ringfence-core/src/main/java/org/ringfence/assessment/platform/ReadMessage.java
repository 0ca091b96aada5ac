package org.ringfence.assessment.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringfence.mail.Message;
import org.ringfence.mail.Place;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/**
 * A message made ready for matching; its bodies only when a subject has matched. Confined to the
 * thread that reads it.
 */
final class ReadMessage {
  private static final Surface NO_SUBJECT =
      new Surface(SurfaceKind.SUBJECT, Place.header("Subject"), "");

  private final Message message;
  private final Line subject;
  private final List<SubjectStart> subjectStarts;
  private final List<String> authors;
  private @Nullable List<Grid> bodies;

  ReadMessage(Message message) {
    this.message = message;
    subject = Line.of(ownSubject(message));
    subjectStarts = SubjectStart.in(subject.text());
    authors =
        message.addressing().rfc5322From().stream()
            .map(author -> author.address().toLowerCase(Locale.ROOT))
            .toList();
  }

  List<Surface> surfaces() {
    return message.surfaces();
  }

  Line subject() {
    return subject;
  }

  List<SubjectStart> subjectStarts() {
    return subjectStarts;
  }

  /** The addresses of RFC5322.From in lower case. */
  List<String> authors() {
    return authors;
  }

  /**
   * The bodies that hold all {@code anchors}: the first of HTML and the first of plain text. A
   * later one is an attachment or a list's addition, and an attachment may be a customer's.
   */
  List<Grid> bodiesWith(List<String> anchors) {
    List<Grid> found = new ArrayList<>(2);
    for (SurfaceKind kind : List.of(SurfaceKind.VISIBLE_HTML, SurfaceKind.PLAIN_TEXT)) {
      bodies().stream()
          .filter(body -> body.surface().kind() == kind && body.holds(anchors))
          .findFirst()
          .ifPresent(found::add);
    }
    return found;
  }

  private List<Grid> bodies() {
    if (bodies == null) {
      bodies =
          message.surfaces().stream()
              .filter(
                  surface ->
                      surface.kind() == SurfaceKind.VISIBLE_HTML
                          || surface.kind() == SurfaceKind.PLAIN_TEXT)
              .map(Grid::of)
              .toList();
    }
    return bodies;
  }

  /** The subject of the message itself, not of one attached to it. */
  private static Surface ownSubject(Message message) {
    return message.surfaces().stream()
        .filter(surface -> surface.kind() == SurfaceKind.SUBJECT)
        .filter(surface -> surface.place().part().isEmpty())
        .findFirst()
        .orElse(NO_SUBJECT);
  }
}
