package org.ringfence.settings;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where files go that nobody named: the folder that systemd gives a service (STATE_DIRECTORY), else
 * that of the XDG Base Directory Specification.
 *
 * @param environment the variables of the process
 */
public record StateFolder(Map<String, String> environment) {
  /** The folder; it need not be there yet. */
  public Path path() {
    String given = environment.getOrDefault("STATE_DIRECTORY", "");
    if (!given.isBlank()) {
      int colon = given.indexOf(':');
      return Path.of(colon < 0 ? given : given.substring(0, colon));
    }
    Path home = Path.of(environment.getOrDefault("HOME", "."), ".local", "state");
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    return (state.isBlank() ? home : Path.of(state)).resolve("ringfence");
  }
}
