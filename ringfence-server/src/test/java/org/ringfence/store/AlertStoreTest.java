package org.ringfence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringfence.store.Copies.NOW;
import static org.ringfence.store.Copies.PLATFORM;
import static org.ringfence.store.Copies.copy;
import static org.ringfence.store.Copies.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.ledger.AlertLedger;
import org.ringfence.ledger.LedgerCopy;
import org.ringfence.ledger.LedgerEntry;
import org.ringfence.ledger.LedgerFailure;

final class AlertStoreTest {
  @TempDir Path folder;

  private StoreSettings.Sqlite file = new StoreSettings.Sqlite(Path.of("unset"));
  private AlertLedger ledger = Store.ledgerOf(file);

  @BeforeEach
  void chooseFile() {
    file = new StoreSettings.Sqlite(folder.resolve("state/alerts.db"));
    ledger = Store.ledgerOf(file);
  }

  private AlertStore recorder() {
    return new AlertStore(file, AlertStore.RETENTION, InstantSource.fixed(NOW));
  }

  private void keep(LedgerCopy... copies) {
    try (AlertStore recorder = recorder()) {
      for (LedgerCopy copy : copies) {
        recorder.record(copy);
      }
    }
  }

  @Test
  void keptCopy_isFoundByItsKey() {
    keep(copy("a1"), copy("a2"));
    assertThat(ledger.find(PLATFORM, "a1")).containsExactly(entry("a1", NOW));
  }

  @Test
  void otherKeyOrPlatform_isNotFound() {
    keep(copy("a1"));
    assertThat(ledger.find(PLATFORM, "a")).isEmpty();
    assertThat(ledger.find("other-alerts", "a1")).isEmpty();
  }

  @Test
  void keyThatLooksLikeSql_isOnlyAKey() {
    keep(copy("a1"));
    assertThat(ledger.find(PLATFORM, "a1' OR '1'='1")).isEmpty();
    assertThat(ledger.find(PLATFORM, "%")).isEmpty();
  }

  @Test
  void repeatedDelivery_isKeptOnce() {
    try (AlertStore recorder = recorder()) {
      assertThat(recorder.record(copy("a1"))).isTrue();
      assertThat(recorder.record(copy("a1"))).isFalse();
    }
    assertThat(ledger.find(PLATFORM, "a1")).hasSize(1);
  }

  @Test
  void firedAndResolved_areTwoCopiesOldestFirst() {
    Instant later = NOW.plusSeconds(300);
    keep(copy("a1", "resolved", later), copy("a1", "fired", NOW));
    assertThat(ledger.find(PLATFORM, "a1")).containsExactly(entry("a1", NOW), entry("a1", later));
  }

  @Test
  void windowOfTime_includesItsEnds() {
    keep(
        copy("t", "1", NOW.minusSeconds(1)),
        copy("t", "2", NOW),
        copy("t", "3", NOW.plusSeconds(60)),
        copy("t", "4", NOW.plusSeconds(61)));
    assertThat(ledger.find(PLATFORM, "t", NOW, NOW.plusSeconds(60)))
        .extracting(LedgerEntry::at)
        .containsExactly(NOW, NOW.plusSeconds(60));
  }

  @Test
  void since_isTheTimeOfTheOldestCopy() {
    keep(
        copy("t", "1", NOW.plusSeconds(5)),
        copy("t", "2", NOW),
        copy("u", "3", NOW.minusSeconds(9)));
    assertThat(ledger.since(PLATFORM, "t")).contains(NOW);
    assertThat(ledger.since(PLATFORM, "v")).isEmpty();
  }

  @Test
  void windowBeyondAllTime_isAnswered() {
    keep(copy("t"));
    assertThat(ledger.find(PLATFORM, "t", Instant.MIN, Instant.MAX)).hasSize(1);
  }

  @Test
  void textsOfAnyKind_comeBackUnchanged() {
    Map<String, String> texts =
        Map.of(
            "description",
            "\"'; DROP TABLE alert_copy; -- \n\u0000\u202e ünï 😀",
            "rule-name",
            "r");
    keep(new LedgerCopy(new LedgerEntry(PLATFORM, "a1", texts, NOW), "fired", NOW));
    assertThat(ledger.find(PLATFORM, "a1")).extracting(LedgerEntry::texts).containsExactly(texts);
  }

  @Test
  void restart_keepsTheLedger() {
    keep(copy("a1"));
    keep(copy("a2"));
    assertThat(ledger.find(PLATFORM, "a1")).hasSize(1);
    assertThat(ledger.find(PLATFORM, "a2")).hasSize(1);
  }

  @Test
  void copyOlderThanTheRetention_isForgotten() throws InterruptedException {
    keep(
        copy("old", "fired", NOW.minus(AlertStore.RETENTION).minusMillis(1)),
        copy("young", "fired", NOW.minus(AlertStore.RETENTION)));
    try (AlertStore reopened = recorder()) {
      for (int i = 0; i < 500 && !ledger.find(PLATFORM, "old").isEmpty(); i++) {
        Thread.sleep(10);
      }
      assertThat(reopened.record(copy("other"))).isTrue();
    }
    assertThat(ledger.find(PLATFORM, "old")).isEmpty();
    assertThat(ledger.find(PLATFORM, "young")).hasSize(1);
  }

  @Test
  void copyWrittenByAnotherProcess_isSeenAtOnce() {
    try (AlertStore recorder = recorder()) {
      recorder.record(copy("a1"));
      assertThat(ledger.find(PLATFORM, "a1")).hasSize(1);
      recorder.record(copy("a2"));
      assertThat(ledger.find(PLATFORM, "a2")).hasSize(1);
    }
  }

  @Test
  void missingFile_isAFailureNotAnAbsence() {
    assertThatThrownBy(() -> ledger.find(PLATFORM, "a1"))
        .isInstanceOf(LedgerFailure.class)
        .hasMessageContaining("ringfence webhook");
  }

  @Test
  void fileThatIsNoLedger_isAFailure() throws IOException {
    Files.createDirectories(folder.resolve("state"));
    Files.writeString(file.file(), "This is no database, and long enough to be seen as none.");
    assertThatThrownBy(this::recorder)
        .isInstanceOf(LedgerFailure.class)
        .hasMessageContaining("could not be opened");
    assertThatThrownBy(() -> ledger.find(PLATFORM, "a1")).isInstanceOf(LedgerFailure.class);
  }

  @Test
  void newFile_isReadByItsOwnerAlone() throws IOException {
    keep(copy("a1"));
    assertThat(Files.getPosixFilePermissions(file.file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void closedRecorder_keepsNothingAndSaysSo() {
    AlertStore recorder = recorder();
    recorder.close();
    assertThatThrownBy(() -> recorder.record(copy("a1"))).isInstanceOf(LedgerFailure.class);
  }

  /** Whatever was said to be kept outlives a kill at any instant. */
  @Test
  void killedProcess_losesNothingThatItSaidWasKept() throws IOException {
    for (int round = 1; round <= 3; round++) {
      List<String> said =
          KilledProcess.said(
              40 * round, RecordingProcess.class, file.file().toString(), "round-" + round + "-");
      for (String key : said) {
        assertThat(ledger.find(PLATFORM, key)).as(key).hasSize(1);
      }
    }
  }

  @Test
  void stormOfAlerts_isKeptInOneGo() throws IOException, InterruptedException, ExecutionException {
    int alerts = 5_000;
    long begin = System.nanoTime();
    try (AlertStore recorder = recorder();
        ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> kept = new ArrayList<>();
      for (int i = 0; i < alerts; i++) {
        String key = "storm-" + i;
        kept.add(deliveries.submit(() -> recorder.record(copy(key))));
      }
      for (Future<Boolean> one : kept) {
        assertThat(one.get()).isTrue();
      }
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    System.out.printf("%d alerts were kept durably in %d ms%n", alerts, took.toMillis());
    assertThat(took).isLessThan(Duration.ofSeconds(30));
    assertThat(ledger.find(PLATFORM, "storm-4999")).hasSize(1);
  }
}
