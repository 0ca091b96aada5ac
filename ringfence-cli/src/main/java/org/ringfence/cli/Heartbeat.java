package org.ringfence.cli;

import java.time.Duration;
import org.ringfence.operation.ServiceManager;

/** Tells the service manager again and again that the process is alive, where it wants to know. */
final class Heartbeat {
  private Heartbeat() {}

  /** Begins to beat; ends with the process. */
  static void of(ServiceManager manager) {
    manager
        .beat()
        .ifPresent(
            pause ->
                Thread.ofPlatform().name("heartbeat").daemon().start(() -> beat(manager, pause)));
  }

  private static void beat(ServiceManager manager, Duration pause) {
    try {
      while (true) {
        manager.alive();
        Thread.sleep(pause);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
