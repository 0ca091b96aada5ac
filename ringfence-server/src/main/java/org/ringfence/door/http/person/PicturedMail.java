package org.ringfence.door.http.person;

import java.util.List;
import org.ringfence.report.MailPicture;

/**
 * The picture of a mail, as its page shows it.
 *
 * @param mail its words
 * @param platform the name of the platform, empty for none
 * @param hasStranger whether the words that a customer typed are a stranger's
 */
public record PicturedMail(MailPicture mail, String platform, boolean hasStranger) {
  /** Whether some of the words are the platform's own. */
  public boolean hasPlatform() {
    return mail.texts().stream()
        .anyMatch(text -> text.runs().stream().anyMatch(run -> !run.typed()));
  }

  /** The places of one kind. */
  public List<MailPicture.Text> at(MailPicture.Where where) {
    return mail.texts().stream().filter(text -> text.where() == where).toList();
  }
}
