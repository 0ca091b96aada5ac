package org.ringfence.door.http.person;

import java.time.Instant;
import org.ringfence.identity.CaseLink.Named;

/**
 * Somebody who came by a link that is good.
 *
 * @param token the token of the link
 * @param named the case and the recipient that it names
 * @param mail what is remembered of the mail
 * @param reading in which language
 * @param now when
 */
record Visit(String token, Named named, KnownMail mail, Reading reading, Instant now) {
  /** The address of a page of this link: letters, digits, dots, hyphens and underscores alone. */
  String path(String page) {
    return "/m/" + token + (page.isEmpty() ? "" : "/" + page) + "?lang=" + reading.language();
  }

  /** What a form of a page is sealed for: this link and this page. */
  String about(String page) {
    return token + "/" + page;
  }
}
