package org.ringfence.door.http;

import org.ringfence.door.http.token.Scope;

/** Who may make a request. */
sealed interface Access {
  /** Everybody. */
  record Open() implements Access {}

  /** Who has a token of this scope. */
  record Scoped(Scope scope) implements Access {}

  /** The same, and without a token whoever is on this machine, where only it can reach the door. */
  record LocalOr(Scope scope) implements Access {}
}
