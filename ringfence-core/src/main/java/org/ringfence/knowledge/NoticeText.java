package org.ringfence.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What is said inside a mail: in the warning above its text, and beside its numbers. */
public enum NoticeText {
  /** The first line of the warning. */
  HEADING("heading", ""),
  /** The mail is a platform's own. */
  GENUINE("genuine", "{platform}"),
  /** Somebody else typed words into it. */
  TYPED("typed", "{platform}"),
  /** It looks like a platform's and is not. */
  COPY("copy", "{platform}"),
  /** No platform vouches for it. */
  STRANGER("stranger", ""),
  /** Why its numbers should not be called. */
  CALL("call", ""),
  /** Where to look instead. */
  LOOK_UP("look-up", "{name} {address}"),
  /** The words of the link to the page that explains the mail. */
  PAGE("page", ""),
  /** Beside a number of which nothing is known. */
  REMARK("remark", ""),
  /** Beside a number that is not among those a brand publishes. */
  REMARK_NOT_OF("remark-not-of", "{brand}");

  private final String key;
  private final String places;

  NoticeText(String key, String places) {
    this.key = key;
    this.places = places;
  }

  /** The key under which files hold it. */
  String key() {
    return key;
  }

  /** The places to fill in that it has in every language. */
  Set<String> placeholders() {
    return new TextTemplate(places).placeholders();
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(NoticeText::key).toList();
  }
}
