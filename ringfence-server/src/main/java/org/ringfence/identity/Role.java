package org.ringfence.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do; each may do what the ones before may. */
public enum Role {
  /** Look. */
  VIEWER,
  /** Decide about mail: release, delete, confirm, list numbers. */
  ANALYST,
  /** Change rules and people. */
  ADMINISTRATOR;

  /** Whether somebody of this role may do what needs {@code needed}. */
  public boolean includes(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The name in the store, in pages and on the command line. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role called {@code key}. */
  public static Optional<Role> of(String key) {
    return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
  }
}
