package org.ringfence.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.cli.flow.MailFlow.Manner;
import org.ringfence.store.PostgresServer;
import org.ringfence.store.StoreSettings;

/**
 * Ringfence is killed at random moments, while mail flows and while it is released: nothing that
 * Postfix accepted is lost, nothing leaves the quarantine by itself, and no case leaves it twice.
 *
 * <p>{@code dev/crash} runs this with many more moments: the property {@code ringfence.kills}.
 */
final class CrashTest {
  private static final int KILLS = Integer.getInteger("ringfence.kills", 2);
  private static final long SEED = Long.getLong("ringfence.seed", System.nanoTime());
  private static final int UP = 800;
  private static final int SENDING = 200;
  private static final int MANY = 500_000;
  private static final Duration QUEUE = Duration.ofSeconds(60);

  private final Random random = new Random(SEED);

  @TempDir Path folder;

  @Test
  void ringfence_killedAtAnyMoment_losesNothing() throws Exception {
    try (MailFlow flow = MailFlow.prepare(folder, Manner.usual())) {
      run("SQLite", flow, Quarantine.of(folder), () -> killRingfence(flow));
    }
  }

  /** The database is killed too, now and then both at once. */
  @Test
  void postgres_killedUnderIt_losesNothing() throws Exception {
    try (PostgresServer server = new PostgresServer(folder)) {
      StoreSettings.Postgres database = server.database();
      Manner manner = Manner.usual().with("store", onServer(database));
      try (MailFlow flow = MailFlow.prepare(folder, manner)) {
        run("PostgreSQL", flow, new Quarantine(database), () -> killOneOrBoth(flow, server));
      }
    }
  }

  private static String[] onServer(StoreSettings.Postgres database) {
    URI address = URI.create(database.address().substring("jdbc:".length()));
    return new String[] {
      "postgresql:",
      "  address: " + address.getHost() + ":" + address.getPort(),
      "  database: " + address.getPath().substring(1),
      "  user: " + database.user(),
      "  password: " + database.password()
    };
  }

  /** Mail comes through the milter and through the content filter at once. */
  private void run(String name, MailFlow flow, Quarantine quarantine, Kill kill) throws Exception {
    flow.ringfence().start();
    Traffic.Sent sent;
    try (Traffic milter = Traffic.to(flow.port(MailFlow.MILTER), 1);
        Traffic filter = Traffic.to(flow.port(MailFlow.FILTER), MANY)) {
      for (int i = 0; i < KILLS; i++) {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(UP));
        kill.run();
      }
      sent = milter.stop().with(filter.stop());
    }
    flow.postfix().awaitEmptyQueue(QUEUE);
    judge(flow, quarantine, new Ledger(name, KILLS, SEED, sent), sent.accepted());
  }

  private interface Kill {
    void run() throws Exception;
  }

  private void killRingfence(MailFlow flow) throws Exception {
    flow.ringfence().kill();
    flow.ringfence().start();
  }

  private void killOneOrBoth(MailFlow flow, PostgresServer server) throws Exception {
    boolean both = random.nextInt(3) == 0;
    server.kill();
    if (both) {
      flow.ringfence().kill();
    }
    TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
    server.restart();
    if (both) {
      flow.ringfence().start();
    }
  }

  private void judge(MailFlow flow, Quarantine quarantine, Ledger ledger, Set<Integer> accepted)
      throws Exception {
    List<Quarantine.Kept> kept = quarantine.all();
    Account before = Account.of(flow.postfix().mailbox());
    ledger.beforeRelease(before, kept);
    assertThat(kept).extracting(Quarantine.Kept::state).isSubsetOf("quarantined");
    assertThat(before.lost(accepted, numbers(kept))).as("lost").isEmpty();
    assertThat(numbers(kept)).as("kept").allMatch(Traffic::isLure);
    assertThat(before.delivered().keySet()).as("delivered").noneMatch(Traffic::isLure);

    release(flow, quarantine, kept);
    Account after = Account.of(flow.postfix().mailbox());
    List<Quarantine.Kept> left = quarantine.all();
    ledger.afterRelease(after, left);
    assertThat(left).extracting(Quarantine.Kept::state).isSubsetOf("sent", "refused");
    assertThat(after.doubledCases()).as("cases released twice").isEmpty();
    assertThat(sentOf(left)).as("released and not there").isSubsetOf(after.cases().keySet());
    flow.ringfence().close();
    assertThat(StoreCheck.of(folder)).as("ringfence store check").startsWith("0 ");
  }

  /** All are released, some at a time, and whoever sends them is killed while he does. */
  private void release(MailFlow flow, Quarantine quarantine, List<Quarantine.Kept> kept)
      throws Exception {
    int some = Math.max(1, Math.ceilDiv(kept.size(), KILLS));
    for (int from = 0; from < kept.size(); from += some) {
      flow.ringfence().kill();
      quarantine.release(kept.subList(from, Math.min(from + some, kept.size())));
      flow.ringfence().start();
      TimeUnit.MILLISECONDS.sleep(random.nextInt(SENDING));
    }
    flow.ringfence().kill();
    flow.ringfence().start();
    long end = System.nanoTime() + QUEUE.toNanos();
    while (!quarantine.standing(List.of("waiting", "sending")).isEmpty()
        && end - System.nanoTime() > 0) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    flow.postfix().awaitEmptyQueue(QUEUE);
  }

  private static Set<Integer> numbers(List<Quarantine.Kept> kept) {
    return kept.stream().map(Quarantine.Kept::number).collect(Collectors.toSet());
  }

  private static Set<String> sentOf(List<Quarantine.Kept> kept) {
    return kept.stream()
        .filter(one -> one.state().equals("sent"))
        .map(Quarantine.Kept::id)
        .collect(Collectors.toSet());
  }
}
