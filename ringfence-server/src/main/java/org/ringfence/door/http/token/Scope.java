package org.ringfence.door.http.token;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token is good for. None includes another. */
public enum Scope {
  /** Have a mail judged. */
  SCAN,
  /** Read cases and rules. */
  READ,
  /** See what is kept and read it, release and delete it. */
  QUARANTINE,
  /** Have the configuration read again. */
  ADMIN,
  /** Read metrics and readiness. */
  METRICS;

  /** The name in files and on the command line. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope called {@code key}. */
  public static Optional<Scope> of(String key) {
    return Arrays.stream(values()).filter(scope -> scope.key().equals(key)).findFirst();
  }
}
