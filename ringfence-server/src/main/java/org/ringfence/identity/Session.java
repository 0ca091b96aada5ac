package org.ringfence.identity;

import java.time.Instant;

/**
 * Somebody who has signed in.
 *
 * @param name who
 * @param role what he may do
 * @param csrf what every form of his carries, so that no other site can send one in his name
 * @param since when he signed in
 * @param seen when he was last there
 */
public record Session(String name, Role role, String csrf, Instant since, Instant seen) {
  Session seen(Instant now) {
    return new Session(name, role, csrf, since, now);
  }
}
