package org.ringfence.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SupervisorTest {
  @TempDir Path folder;

  @Test
  void states_areDatagramsOnTheSocket() throws Throwable {
    Path path = folder.resolve("notify");
    try (DatagramInbox inbox = new DatagramInbox(path)) {
      Supervisor supervisor = new Supervisor(Map.of("NOTIFY_SOCKET", path.toString()));

      supervisor.ready("Judging mail.");
      supervisor.reloading(1_234_567_891L);
      supervisor.alive();
      supervisor.stopping();

      assertThat(inbox.next()).isEqualTo("READY=1\nSTATUS=Judging mail.");
      assertThat(inbox.next()).isEqualTo("RELOADING=1\nMONOTONIC_USEC=1234567");
      assertThat(inbox.next()).isEqualTo("WATCHDOG=1");
      assertThat(inbox.next()).isEqualTo("STOPPING=1");
    }
  }

  @Test
  void nobodyListening_isNoFault() {
    new Supervisor(Map.of()).ready("Judging mail.");
    new Supervisor(Map.of("NOTIFY_SOCKET", folder.resolve("none").toString())).stopping();
    new Supervisor(Map.of("NOTIFY_SOCKET", "@" + "a".repeat(200))).stopping();
  }

  @Test
  void beat_isHalfOfWhatTheManagerWaits() {
    assertThat(new Supervisor(Map.of("NOTIFY_SOCKET", "/n", "WATCHDOG_USEC", "60000000")).beat())
        .contains(Duration.ofSeconds(30));
    assertThat(new Supervisor(Map.of("NOTIFY_SOCKET", "/n")).beat()).isEmpty();
    assertThat(new Supervisor(Map.of("WATCHDOG_USEC", "60000000")).beat()).isEmpty();
  }

  @Test
  void hangup_isHeard() throws Exception {
    CountDownLatch heard = new CountDownLatch(2);
    assertThat(Hangup.heard(heard::countDown)).isTrue();

    String self = String.valueOf(ProcessHandle.current().pid());
    for (int i = 0; i < 2; i++) {
      assertThat(new ProcessBuilder("kill", "-HUP", self).start().waitFor()).isZero();
      Thread.sleep(200);
    }

    assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
  }
}
