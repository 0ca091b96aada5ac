package org.ringfence.door.http.console;

import org.ringfence.door.http.web.PageReply;
import org.ringfence.identity.Role;

/**
 * One kind of request of people who have signed in.
 *
 * @param method "GET" or "POST"
 * @param role who may make it
 */
record ConsoleRoute(String method, String path, Role role, Handling handling) {
  /** What is done with it. */
  @FunctionalInterface
  interface Handling {
    PageReply answer(Visit visit);
  }

  static ConsoleRoute get(String path, Role role, Handling handling) {
    return new ConsoleRoute("GET", path, role, handling);
  }

  static ConsoleRoute post(String path, Role role, Handling handling) {
    return new ConsoleRoute("POST", path, role, handling);
  }
}
