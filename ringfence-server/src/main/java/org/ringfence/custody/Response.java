package org.ringfence.custody;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a recipient told us about a mail.
 *
 * @param id the mail
 * @param recipient who, in lower case
 * @param kind what
 * @param at when
 * @param answers the answers of somebody who called, as JSON; empty for other kinds
 */
public record Response(CaseId id, String recipient, Kind kind, Instant at, String answers) {

  /** What can be told. */
  public enum Kind {
    /** It is fraud. */
    REPORT,
    /** It was waited for. */
    EXPECTED,
    /** The number was called; more of it may follow. */
    CALLED;

    /** The name in the store, pages and logs. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind called {@code key}, empty where there is none. */
    public static Optional<Kind> of(String key) {
      return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
  }
}
