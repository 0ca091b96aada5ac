package org.ringfence.connector.smtp;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The next host did not answer for the mail. */
public final class NextHopFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What failed. */
  public enum Kind {
    /** It could not be connected to, or turned us away. */
    NOT_REACHED,
    /** There was no TLS where there must be. */
    NO_TLS,
    /** The connection broke, or what came over it is no SMTP. */
    BROKEN,
    /**
     * The whole message was sent and no answer came: it may have arrived or not (RFC 5321
     * §4.5.4.1).
     */
    PERHAPS_TAKEN
  }

  /**
   * @param message one sentence, without words of the mail
   */
  public NextHopFailure(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What failed. */
  public Kind kind() {
    return kind;
  }
}
