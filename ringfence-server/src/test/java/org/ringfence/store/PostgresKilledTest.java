package org.ringfence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringfence.store.Mails.NOW;
import static org.ringfence.store.Mails.QUARANTINED;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Custody.Kept;
import org.ringfence.custody.Custody.Wanted;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.custody.Standing;

/** PostgreSQL is killed under the store as the power cut does it, and comes back. */
final class PostgresKilledTest {
  private static final Standing RELEASED =
      new Standing.Waiting("a@b.c", Standing.Purpose.RELEASE, Instant.EPOCH, 0);

  @TempDir Path folder;

  private PostgresServer server;
  private Store store;

  @BeforeEach
  void start() {
    server = new PostgresServer(folder);
    store = Store.open(server.database());
  }

  @AfterEach
  void stop() {
    store.close();
    server.close();
  }

  private Optional<CaseId> take(String words) {
    CaseId id = Mails.id(NOW);
    try {
      store
          .custody()
          .take(
              Mails.mail(id, words, Mails.keep("a@b.c", QUARANTINED)),
              Mails.entry(id, words, "callback-phishing"));
      return Optional.of(id);
    } catch (CustodyFailure refused) {
      return Optional.empty();
    }
  }

  private List<Kept> all() {
    return store.custody().list(new Wanted(List.of(), Optional.empty(), Optional.empty(), 1_000));
  }

  @Test
  void whatWasTaken_isThereAndTheStoreIsUsedAgain()
      throws IOException, InterruptedException, ExecutionException {
    List<Future<Optional<CaseId>>> said = new ArrayList<>();
    try (ExecutorService doors = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 300; i++) {
        String words = "mail " + i;
        said.add(doors.submit(() -> take(words)));
        Thread.sleep(5);
        if (i == 150) {
          server.kill();
          server.restart();
        }
      }
    }
    int taken = 0;
    for (Future<Optional<CaseId>> one : said) {
      if (one.get().isPresent()) {
        taken++;
        assertThat(store.custody().mail(one.get().get())).isPresent();
      }
    }
    assertThat(taken).isGreaterThan(200);
    assertThat(take("after it")).isPresent();
  }

  /** Of two who try, one moves; where both were told that it failed, the mail stays. */
  @Test
  void eachMail_isMovedByOneAtMost() throws IOException, InterruptedException, ExecutionException {
    for (int i = 0; i < 100; i++) {
      take("mail " + i);
    }
    List<Kept> kept = all();
    List<Future<CaseId>> moved = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Kept one : kept) {
        for (String by : List.of("ann", "ben")) {
          moved.add(
              people.submit(
                  () -> store.custody().move(one, RELEASED, by) ? one.entry().id() : null));
        }
        Thread.sleep(3);
        if (moved.size() == 60) {
          server.kill();
          server.restart();
        }
      }
    }
    List<CaseId> released = new ArrayList<>();
    for (Future<CaseId> one : moved) {
      try {
        Optional.ofNullable(one.get()).ifPresent(released::add);
      } catch (ExecutionException refused) {
        assertThat(refused).hasCauseInstanceOf(CustodyFailure.class);
      }
    }
    store.settle();
    assertThat(released).doesNotHaveDuplicates();
    assertThat(
            all().stream()
                .filter(one -> one.standing().equals(RELEASED))
                .map(one -> one.entry().id())
                .collect(Collectors.toSet()))
        .isEqualTo(released.stream().collect(Collectors.toSet()));
  }

  @Test
  void absentServer_isSaidInTime() throws IOException, InterruptedException {
    server.kill();
    long begin = System.nanoTime();
    assertThatThrownBy(store::check)
        .isInstanceOf(CustodyFailure.class)
        .hasMessageContaining("PostgreSQL cannot be reached");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(21));
    server.restart();
    assertThat(take("after it")).isPresent();
  }
}
