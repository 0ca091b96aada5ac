package org.ringfence.effect.act.body;

import java.util.Map;
import java.util.Set;
import org.ringfence.mail.Octets;

/** What became of the wish to change a body. */
public sealed interface Rewriting {
  /**
   * It stays as it is.
   *
   * @param reason why
   */
  record LeftAlone(Reason reason) implements Rewriting {}

  /**
   * It is changed, as far as there was something to change.
   *
   * @param fields fields of the message's own header section that get another body, or come new
   * @param body the new body; the old one's octets where nothing was to change
   * @param isNew whether anything differs
   * @param warned whether the warning stands in it
   * @param numbers by the path of their part, the letters of the numbers that were found
   * @param unlinked the paths of parts in which links to telephone numbers became text
   */
  record Rewritten(
      Map<String, String> fields,
      Octets body,
      boolean isNew,
      boolean warned,
      Map<String, Set<String>> numbers,
      Set<String> unlinked)
      implements Rewriting {
    public Rewritten {
      fields = Map.copyOf(fields);
      numbers = Map.copyOf(numbers);
      unlinked = Set.copyOf(unlinked);
    }
  }

  /** Why a body is left alone. */
  enum Reason {
    /** It is signed from end to end: a change would break what its author vouches for. */
    SIGNED,
    /** Nobody but its recipient can read it. */
    ENCRYPTED,
    /** It has no text. */
    NO_TEXT,
    /** Mail clients do not agree on what it is. */
    UNCLEAR,
    /** Its texts are too long. */
    TOO_LONG,
    /** Its end was not read. */
    NOT_WHOLE,
    /** The site wants no body changed. */
    NOT_WANTED,
    /** We failed on it. */
    FAILED
  }
}
