package org.ringfence.assessment.hallmark;

import java.util.List;
import java.util.Set;
import org.ringfence.knowledge.Concept;
import org.ringfence.mail.Evidence;
import org.ringfence.mail.Link;
import org.ringfence.mail.Surface;

/**
 * A claim is made, and the telephone is the only thing offered against it: nothing to click,
 * nowhere to look it up. A firm that has billed somebody has an account page.
 */
record PhoneIsTheOnlyWayOut(String id) implements Hallmark {
  private static final int LINKS_OF_A_FOOTER = 4;

  @Override
  public Finding assess(Observations seen) {
    if (offersLink(seen)) {
      return new Finding.Absent(id);
    }
    List<Evidence> evidence =
        seen.calls().stream()
            .filter(call -> call.isAbout(Claims.ANY))
            .map(call -> call.number().evidence())
            .toList();
    return Finding.by(id, evidence);
  }

  private static boolean offersLink(Observations seen) {
    long webLinks =
        seen.message().surfaces().stream()
            .map(Surface::links)
            .flatMap(List::stream)
            .map(Link::target)
            .filter(target -> target.startsWith("http"))
            .distinct()
            .count();
    return webLinks > LINKS_OF_A_FOOTER
        || (webLinks > 0 && !seen.said(Set.of(Concept.LINK_TO_ACTION)).isEmpty());
  }
}
