package org.ringfence.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringfence.store.Mails.NOW;
import static org.ringfence.store.Mails.QUARANTINED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.custody.AuditLog;
import org.ringfence.custody.CaseBook.Query;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Custody.Kept;
import org.ringfence.custody.Custody.Wanted;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.custody.Standing;

/** What becomes of a store of one file when things go wrong around it. */
final class SqliteFaultTest {
  private static final String KEY = "0123456789abcdef".repeat(4);
  private static final String OTHER_KEY = "fedcba9876543210".repeat(4);

  @TempDir Path folder;

  private StoreSettings.Sqlite settings() {
    return new StoreSettings.Sqlite(folder.resolve("ringfence.db"));
  }

  private static CaseId take(Store store, String words) {
    CaseId id = Mails.id(NOW);
    store
        .custody()
        .take(
            Mails.mail(id, words, Mails.keep("a@b.c", QUARANTINED)),
            Mails.entry(id, words, "callback-phishing"));
    return id;
  }

  private static List<Kept> all(Store store) {
    return store.custody().list(new Wanted(List.of(), Optional.empty(), Optional.empty(), 100_000));
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + settings().file());
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private StoreCheck.Checked checked() {
    return StoreCheck.of(settings(), Optional.empty(), _ -> {});
  }

  /** Whatever was said to be done outlives a kill at any instant. */
  @Test
  void killedProcess_losesNothingThatItSaid() throws IOException {
    Set<String> taken = new HashSet<>();
    Set<String> sent = new HashSet<>();
    for (int round = 1; round <= 3; round++) {
      String file = settings().file().toString();
      for (String line :
          KilledProcess.said(25 * round, KeepingProcess.class, file, "round-" + round + "-")) {
        (line.startsWith("taken ") ? taken : sent).add(line.substring(line.indexOf(' ') + 1));
      }
    }
    try (Store store = Store.open(settings())) {
      for (String id : taken) {
        assertThat(store.custody().mail(new CaseId(id))).as(id).isPresent();
      }
      assertThat(all(store))
          .filteredOn(kept -> sent.contains(kept.entry().id().text()))
          .hasSameSizeAs(sent)
          .allMatch(kept -> kept.standing() instanceof Standing.Sent);
    }
    assertThat(checked().faults()).isEmpty();
  }

  @Test
  void fullDisk_isAFailureAndNoMore() throws SQLException {
    try (Store store = Store.open(settings())) {
      CaseId before = take(store, "before");
      store.bound(40);
      assertThatThrownBy(() -> Stream.iterate(0, i -> i + 1).forEach(i -> take(store, "mail " + i)))
          .isInstanceOf(CustodyFailure.class)
          .hasMessageContaining("the disk is full");
      assertThat(store.custody().mail(before)).isPresent();
      store.bound(1_000_000);
      assertThat(store.custody().mail(take(store, "after"))).isPresent();
    }
    assertThat(checked().faults()).isEmpty();
  }

  @Test
  void lockedFile_isWaitedFor_thenAFailureInTime() throws SQLException {
    try (Store store = Store.open(settings());
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + settings().file());
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      long begin = System.nanoTime();
      assertThatThrownBy(() -> take(store, "while locked"))
          .isInstanceOf(CustodyFailure.class)
          .hasMessageContaining("another process has the store locked");
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(13));
      assertThat(all(store)).isEmpty();
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  Thread.sleep(3_000);
                  statement.execute("ROLLBACK");
                } catch (SQLException | InterruptedException failure) {
                  throw new IllegalStateException(failure);
                }
              });
      take(store, "soon free");
      assertThat(all(store)).hasSize(1);
    }
  }

  @Test
  void twoProcessesOfOneFile_bothWrite() throws IOException {
    try (Store store = Store.open(settings())) {
      CaseId ours = take(store, "ours");
      List<String> said =
          KilledProcess.said(20, KeepingProcess.class, settings().file().toString(), "theirs-");
      assertThat(said).isNotEmpty();
      take(store, "ours again");
      assertThat(store.custody().mail(ours)).isPresent();
      assertThat(all(store)).hasSizeGreaterThan(12);
    }
    assertThat(checked().faults()).isEmpty();
  }

  /** As whoever tries to release a mail twice, or in the instant in which it is deleted. */
  @Test
  void whateverOrderOfManyMoves_releasesNothingTwice()
      throws InterruptedException, ExecutionException {
    Random chance = new Random(4_711);
    Set<String> released = ConcurrentHashMap.newKeySet();
    try (Store store = Store.open(settings());
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        take(store, "mail " + i);
      }
      List<Future<?>> done = new ArrayList<>();
      for (int person = 0; person < 8; person++) {
        long seed = chance.nextLong();
        done.add(people.submit(() -> moveAbout(store, new Random(seed), released)));
      }
      for (Future<?> one : done) {
        one.get();
      }
      assertThat(released).isNotEmpty();
      assertThat(all(store))
          .filteredOn(kept -> kept.standing() instanceof Standing.Sent)
          .extracting(kept -> kept.entry().id().text())
          .containsExactlyInAnyOrderElementsOf(released);
    }
  }

  private static boolean moveAbout(Store store, Random chance, Set<String> released) {
    for (int i = 0; i < 100; i++) {
      List<Kept> seen = all(store);
      Kept one = seen.get(chance.nextInt(seen.size()));
      boolean sends = one.standing() instanceof Standing.Sending && chance.nextInt(3) > 0;
      boolean moved = store.custody().move(one, next(one.standing(), sends), AuditLog.RINGFENCE);
      if (moved && sends) {
        assertThat(released.add(one.entry().id().text())).as("released twice").isTrue();
      }
    }
    return true;
  }

  private static Standing next(Standing from, boolean sends) {
    return switch (from) {
      case Standing.Quarantined _, Standing.Held _, Standing.Refused _ ->
          new Standing.Waiting("a@b.c", Standing.Purpose.RELEASE, NOW, 0);
      case Standing.Waiting waiting ->
          new Standing.Sending(waiting.to(), waiting.purpose(), waiting.attempts() + 1);
      case Standing.Sending sending ->
          sends
              ? new Standing.Sent(NOW)
              : new Standing.Waiting(sending.to(), sending.purpose(), NOW, sending.attempts());
      case Standing.Sent _, Standing.Deleted _ -> from;
    };
  }

  private Path key(String name, String... keys) throws IOException {
    return Files.write(folder.resolve(name), List.of(keys), US_ASCII);
  }

  private Store sealed(Path keyFile) {
    return Store.open(
        settings(), Optional.of(keyFile), Retention.standard(), InstantSource.system());
  }

  @Test
  void sealedMail_standsNowhereInClear() throws IOException {
    try (Store store = sealed(key("key", KEY))) {
      take(store, "words");
      for (String clear : List.of("A body of our own", "another body", "\"subject\"")) {
        assertThat(contents().contains(clear)).as(clear).isFalse();
      }
    }
    for (String clear : List.of("A body of our own", "another body", "\"subject\"")) {
      assertThat(contents().contains(clear)).as(clear).isFalse();
    }
    try (Store store = sealed(key("key", KEY))) {
      Kept kept = all(store).getFirst();
      assertThat(store.custody().mail(kept.entry().id()).orElseThrow().arrival().octets())
          .isEqualTo(Mails.message("words"));
    }
  }

  private String contents() {
    try (Stream<Path> files = Files.list(folder)) {
      var all = new StringBuilder();
      for (Path file : files.filter(one -> !one.endsWith("key")).toList()) {
        all.append(new String(Files.readAllBytes(file), ISO_8859_1));
      }
      return all.toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void wrongKeyOrNone_isSaidWhenTheStoreIsOpened() throws IOException {
    sealed(key("key", KEY)).close();
    for (Optional<Path> wrong :
        List.of(Optional.of(key("other", OTHER_KEY)), Optional.<Path>empty())) {
      assertThatThrownBy(
              () ->
                  Store.open(settings(), wrong, Retention.standard(), InstantSource.system())
                      .close())
          .isInstanceOf(CustodyFailure.class)
          .hasMessageContaining("was sealed with the key")
          .hasMessageContaining("which was not given");
    }
    assertThatThrownBy(() -> sealed(key("no-key", "not a key")))
        .isInstanceOf(CustodyFailure.class)
        .hasMessageContaining("openssl rand -hex 32")
        .hasMessageNotContaining("not a key");
  }

  @Test
  void newKeyAboveTheOld_opensBoth() throws IOException {
    CaseId plain;
    try (Store store = Store.open(settings())) {
      plain = take(store, "plain");
    }
    CaseId old;
    try (Store store = sealed(key("key", KEY))) {
      old = take(store, "old");
    }
    try (Store store = sealed(key("key", OTHER_KEY, KEY))) {
      CaseId fresh = take(store, "new");
      for (CaseId id : List.of(plain, old, fresh)) {
        assertThat(store.custody().mail(id)).isPresent();
      }
    }
    assertThat(StoreCheck.of(settings(), Optional.of(key("key", OTHER_KEY, KEY)), _ -> {}).faults())
        .isEmpty();
  }

  /** The ledger of the first version becomes a store, and keeps its copies. */
  @Test
  void ledgerOfTheFirstVersion_becomesAStore() throws SQLException {
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + settings().file(), "", "")
        .locations("classpath:db/sqlite")
        .target("1")
        .load()
        .migrate();
    execute(
        "INSERT INTO alert_copy VALUES ('lantern-alerts', 'a1', 'fired', '{\"description\":\"d\"}',"
            + " 1, 2)");
    assertThat(Store.ledgerOf(settings()).find("lantern-alerts", "a1")).hasSize(1);
    assertThat(checked().faults()).anyMatch(fault -> fault.contains("an earlier version"));
    try (Store store = Store.open(settings())) {
      assertThat(store.ledger().find("lantern-alerts", "a1")).hasSize(1);
      take(store, "and mail");
    }
    assertThat(checked().faults()).isEmpty();
  }

  @Test
  void storeOfALaterVersion_isNotOpened() throws SQLException {
    Store.open(settings()).close();
    execute(
        "INSERT INTO flyway_schema_history VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1,"
            + " 'x', '2030-01-01 00:00:00.000', 1, 1)");
    assertThatThrownBy(() -> Store.open(settings()).close())
        .isInstanceOf(CustodyFailure.class)
        .hasMessageContaining("this or an earlier version");
    assertThat(checked().faults()).anyMatch(fault -> fault.contains("a later version (99)"));
  }

  @Test
  void check_findsWhatIsDamaged() throws SQLException {
    CaseId id;
    try (Store store = Store.open(settings())) {
      id = take(store, "one");
      take(store, "two");
      take(store, "three");
    }
    execute(
        "UPDATE kept_mail SET digest = x'00' WHERE number = (SELECT min(number) FROM kept_mail)",
        "UPDATE keep SET standing = 'lost' WHERE number = (SELECT max(number) FROM keep)",
        "UPDATE mail_case SET entry = x'0011' WHERE id = '" + id + "'");
    assertThat(checked().faults())
        .anyMatch(fault -> fault.contains("not those that came in"))
        .anyMatch(fault -> fault.contains("no standing lost"))
        .anyMatch(fault -> fault.contains("case " + id + ": it cannot be read"))
        .hasSize(3);
  }

  @Test
  void history_neverWaits() throws SQLException {
    try (Store store = Store.open(settings());
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + settings().file());
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      long begin = System.nanoTime();
      for (int i = 0; i < 6_000; i++) {
        store.cases().record(Mails.entry(Mails.id(NOW), "m", "clear"));
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
      statement.execute("ROLLBACK");
      store.settle();
      long remembered = store.cases().search(Query.newest(10_000)).size();
      assertThat(store.load().dropped()).isPositive();
      assertThat(remembered + store.load().dropped()).isBetween(6_000L, 6_001L);
    }
  }
}
