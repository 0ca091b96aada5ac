package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.cli.Shell.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.cli.Shell.Ran;
import org.ringfence.custody.AuditLog;
import org.ringfence.store.Store;
import org.ringfence.store.StoreSettings;

final class StoreCommandTest {
  @TempDir Path folder;

  private Path made() {
    Path file = folder.resolve("ringfence.db");
    try (Store store = Store.open(new StoreSettings.Sqlite(file))) {
      store.audit().record(new AuditLog.Entry(Instant.EPOCH, "ann", "reload", "rules", ""));
    }
    return file;
  }

  @Test
  void soundStore_isClear() {
    Ran ran = run("store", "check", "--store", made().toString());
    assertThat(ran.out()).contains("nothing is wrong. 0 kept mails, 0 cases.");
    assertThat(ran.code()).isZero();
  }

  @Test
  void damagedStore_isFoundOut() throws IOException {
    Path file = made();
    byte[] octets = Files.readAllBytes(file);
    for (int page = 8; page < 16; page++) {
      octets[page * 4_096 + 5] ^= 0x55;
    }
    Files.write(file, octets);
    Ran ran = run("store", "check", "--store", file.toString());
    assertThat(ran.code()).isNotZero();
    assertThat(ran.out() + ran.err()).contains("damaged");
  }

  @Test
  void missingStore_isSaid() {
    Ran ran = run("store", "check", "--store", folder.resolve("none.db").toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("there is no store yet");
  }

  @Test
  void backup_isAStoreAndOverwritesNothing() {
    Path file = made();
    String copy = folder.resolve("copy.db").toString();
    assertThat(run("store", "backup", "--store", file.toString(), "--to", copy).out())
        .contains("is a copy of");
    assertThat(run("store", "check", "--store", copy).code()).isZero();
    Ran again = run("store", "backup", "--store", file.toString(), "--to", copy);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("Name one that is not there yet");
    try (Store store = Store.open(new StoreSettings.Sqlite(Path.of(copy)))) {
      assertThat(store.audit().list(Optional.empty(), 10)).hasSize(1);
    }
  }

  @Test
  void purge_forgetsWhatIsTooOld() {
    Path file = made();
    assertThat(run("store", "purge", "--store", file.toString()).out())
        .contains("Forgotten: 0 kept mails, 0 cases, 1 other row.");
  }
}
