package org.ringfence.cli;

import java.time.Duration;
import org.ringfence.operation.Supervisor;

/** Tells the supervisor again and again that the process is alive, where it wants to know. */
final class Heartbeat {
  private Heartbeat() {}

  /** Begins to beat; ends with the process. */
  static void of(Supervisor supervisor) {
    supervisor
        .beat()
        .ifPresent(
            pause ->
                Thread.ofPlatform()
                    .name("heartbeat")
                    .daemon()
                    .start(() -> beat(supervisor, pause)));
  }

  private static void beat(Supervisor supervisor, Duration pause) {
    try {
      while (true) {
        supervisor.alive();
        Thread.sleep(pause);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
