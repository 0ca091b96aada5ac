package org.ringfence.assessment.platform;

import java.util.List;
import java.util.Optional;

/**
 * One form of a platform's notification, ready for matching.
 *
 * @param kind the kind it belongs to
 * @param subject the template of its subject
 * @param layout the layout of its body
 */
record KnownForm(String kind, Template subject, BodyLayout layout) {
  /**
   * What was recognised of a message.
   *
   * @param start where the platform's subject begins
   * @param subject what fills its placeholders
   * @param bodies the bodies that have this form's layout, at most one a kind of surface
   */
  record Match(SubjectStart start, List<Template.Filling> subject, List<Grid> bodies) {}

  /** Recognises this form wherever the platform's subject may begin. */
  Optional<Match> match(ReadMessage message) {
    for (SubjectStart start : message.subjectStarts()) {
      Optional<Match> match = match(message, start);
      if (match.isPresent()) {
        return match;
      }
    }
    return Optional.empty();
  }

  /** Recognises this form by subject first, which settles nearly all messages. */
  Optional<Match> match(ReadMessage message, SubjectStart start) {
    Optional<List<Template.Filling>> fillings = subject.match(message.subject().text(), start.at());
    if (fillings.isEmpty()) {
      return Optional.empty();
    }
    List<Grid> bodies = message.bodiesWith(layout.anchors());
    return bodies.isEmpty()
        ? Optional.empty()
        : Optional.of(new Match(start, fillings.get(), bodies));
  }
}
