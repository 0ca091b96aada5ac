package org.ringfence.effect.educate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.knowledge.CallText;
import org.ringfence.knowledge.GuidanceTexts;

/**
 * How a site's people reach its security desk; from the site's configuration.
 *
 * @param phone its telephone number, as people dial it
 * @param mail its mail address
 * @param hours when it answers
 */
public record DeskContact(Optional<String> phone, Optional<String> mail, Optional<String> hours) {
  /** A site that has not said how. */
  public static DeskContact unknown() {
    return new DeskContact(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What people are shown, a line each; where nothing is known, how to find out safely. */
  public List<String> lines(GuidanceTexts texts) {
    List<String> lines = new ArrayList<>();
    phone.ifPresent(it -> lines.add(texts.fill(CallText.CONTACT_PHONE, Map.of("phone", it))));
    mail.ifPresent(it -> lines.add(texts.fill(CallText.CONTACT_MAIL, Map.of("mail", it))));
    if (lines.isEmpty()) {
      return List.of(texts.text(CallText.CONTACT_UNKNOWN));
    }
    hours.ifPresent(it -> lines.add(texts.fill(CallText.CONTACT_HOURS, Map.of("hours", it))));
    return List.copyOf(lines);
  }
}
