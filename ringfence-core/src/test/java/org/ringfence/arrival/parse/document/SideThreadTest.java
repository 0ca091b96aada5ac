package org.ringfence.arrival.parse.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.mail.Deadline;

@Timeout(20)
class SideThreadTest {
  private static SideThread within(Duration time) {
    return new SideThread("test", Deadline.in(time, System::nanoTime));
  }

  @Test
  void value_comesBack() throws Exception {
    try (SideThread side = within(Duration.ofSeconds(10))) {
      assertThat(side.call(() -> 42)).isEqualTo(42);
    }
  }

  @Test
  void workThatHangs_isLeftAndInterrupted() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    try (SideThread side = within(Duration.ofMillis(50))) {
      assertThatExceptionOfType(TimeoutException.class)
          .isThrownBy(
              () ->
                  side.call(
                      () -> {
                        try {
                          new CountDownLatch(1).await();
                        } finally {
                          interrupted.countDown();
                        }
                        return "";
                      }));
    }
    assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void endlessRecursion_isAFailure() throws Exception {
    try (SideThread side = within(Duration.ofSeconds(10))) {
      assertThatExceptionOfType(SideThread.Failed.class)
          .isThrownBy(() -> side.call(() -> depth(0)))
          .withCauseInstanceOf(StackOverflowError.class);
    }
  }

  private static int depth(int depth) {
    return depth < 0 ? 0 : depth(depth + 1) + 1;
  }
}
