package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PlacesTest {
  private final Places places = new Places(1);

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void whoWaitsForAnAnswer_givesHisPlaceAway() {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    Supplier<String> slow =
        () ->
            places.outside(
                () -> {
                  asked.countDown();
                  await(answer);
                  return "answered";
                });
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      CompletableFuture<String> waiting =
          CompletableFuture.supplyAsync(() -> places.in(slow), threads);
      await(asked);
      assertThat(places.in(() -> "judged meanwhile")).isEqualTo("judged meanwhile");
      answer.countDown();
      assertThat(waiting.join()).isEqualTo("answered");
    }
  }

  @Test
  void moreThanThereArePlaces_waitForOne() {
    AtomicInteger inside = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      assertThat(
              IntStream.range(0, 200)
                  .mapToObj(
                      i ->
                          CompletableFuture.supplyAsync(
                              () -> places.in(() -> at(inside, i)), threads))
                  .toList())
          .allSatisfy(one -> assertThat(one.join()).isEqualTo(1));
    }
  }

  private int at(AtomicInteger inside, int i) {
    int together = inside.incrementAndGet();
    inside.decrementAndGet();
    return i % 3 == 0 ? places.outside(() -> together) : together;
  }

  /** A thread that was given no place has none to give away. */
  @Test
  void questionOfSomebodyElse_takesNoPlace() {
    assertThat(places.outside(() -> places.in(() -> "in"))).isEqualTo("in");
  }
}
