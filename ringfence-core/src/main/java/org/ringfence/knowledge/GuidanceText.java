package org.ringfence.knowledge;

import java.util.Set;

/**
 * A text that every language has, so that code which shows it cannot ask for one that is missing.
 *
 * <p>Each enum is one section of {@code guidance/<language>.yaml}, each constant one key of it. The
 * string of a constant says which places the code fills in, such as {platform}.
 */
public sealed interface GuidanceText
    permits PageText, CallText, ReplyText, DigestText, ReleaseText, LessonText {
  /** The constant's name; every enum has it. */
  String name();

  /** The places to fill in, as a text writes them: "{name} {address}". */
  default String places() {
    return "";
  }

  /** The names of the places to fill in. */
  default Set<String> placeholders() {
    return new TextTemplate(places()).placeholders();
  }

  /** The key in the files: lower case with hyphens. */
  default String key() {
    return Keys.of(name());
  }
}
