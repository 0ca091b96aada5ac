package org.ringfence.door.http.token;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A token as it is kept.
 *
 * @param name who it was given to; the name in logs and in the audit log
 * @param scopes what it is good for; one at least
 * @param created when it was made
 * @param expires when it ends; empty where it does not
 * @param sha256 the SHA-256 of its secret, 64 hexadecimal digits. The secret has 256 bits of
 *     chance: nobody tries it out, so a slow hash would only slow us down
 */
public record Token(
    String name, Set<Scope> scopes, Instant created, Optional<Instant> expires, String sha256) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  public Token {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A token's name is up to 40 small letters, digits, dots, hyphens and underscores.");
    }
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("A token has one scope at least.");
    }
    if (!DIGEST.matcher(sha256).matches()) {
      throw new IllegalArgumentException("The digest of " + name + " is no SHA-256.");
    }
    scopes = Collections.unmodifiableSet(EnumSet.copyOf(scopes));
  }

  /** Whether it has ended at {@code now}. */
  public boolean isExpired(Instant now) {
    return expires.isPresent() && !now.isBefore(expires.get());
  }
}
