package org.ringfence.identity;

import java.util.Optional;

/**
 * Somebody who may sign in at this site.
 *
 * @param name the name, in lower case: letters, digits, dots, hyphens and an at sign
 * @param role what he may do
 * @param password his password; empty where he signs in through the site's identity provider
 * @param factor his second factor; empty where he has none
 * @param lastStep the last step of the factor that was used
 */
public record Person(
    String name, Role role, Optional<PasswordHash> password, Optional<Totp> factor, long lastStep) {
  public Person {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "A name has up to 100 small letters, digits, dots, hyphens and at signs.");
    }
  }

  /** Whether {@code text} can be a name. */
  public static boolean isName(String text) {
    return text.length() <= 100 && text.matches("[a-z0-9][a-z0-9.@_-]*");
  }

  /** The same person, whose factor was used in {@code step}. */
  public Person used(long step) {
    return new Person(name, role, password, factor, step);
  }
}
