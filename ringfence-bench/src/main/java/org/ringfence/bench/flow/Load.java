package org.ringfence.bench.flow;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringfence.assessment.authentication.dns.ZoneRecord;
import org.ringfence.bench.peer.CorpusZone;
import org.ringfence.bench.peer.Mails;
import org.ringfence.bench.peer.Mails.Mail;
import org.ringfence.bench.peer.NameServer;

/**
 * Sends the same mails through one Postfix without a filter, with Ringfence and with rspamd, and
 * prints speeds, added latency, processor time and memory.
 *
 * <p>Everything shares the machine's cores, as on a small mail server: Postfix, the filters, the
 * generator. The rounds of the three alternate, so that a machine whose speed drifts is fair to
 * all. Each filter's first mails are measured too, apart.
 */
public final class Load {
  private static final int CLIENTS = 20;
  private static final Duration DELIVERY = Duration.ofMinutes(5);

  private final Plan plan;
  private final Postfix postfix;
  private final List<Filter> filters;
  private final Map<String, List<Letter>> letters;
  private final Report report;

  /** What every shot needs. */
  private Load(
      Plan plan, Postfix postfix, List<Filter> filters, Map<String, List<Mail>> mails, Report out) {
    this.plan = plan;
    this.postfix = postfix;
    this.filters = filters;
    this.letters = new LinkedHashMap<>();
    mails.forEach((name, some) -> letters.put(name, some.stream().map(Letter::of).toList()));
    this.report = out;
  }

  /**
   * How much is measured.
   *
   * @param rounds of each measurement
   * @param mails at full speed, in each round
   * @param seconds at each steady rate, in each round
   * @param soak mails while the memory is watched
   */
  private record Plan(int rounds, int mails, int seconds, int soak) {
    static Plan of(String name) {
      return switch (name) {
        case "brief" -> new Plan(1, 600, 4, 2_000);
        case "short" -> new Plan(2, 2_000, 8, 5_000);
        case "soak" -> new Plan(1, 2_000, 20, 100_000);
        case "long" -> new Plan(5, 5_000, 30, 100_000);
        default ->
            throw new IllegalArgumentException("brief, short, soak or long, not " + name + ".");
      };
    }
  }

  /**
   * Measures.
   *
   * @param args the folder of the mixed mails, its labels file, the folder of the text mails, its
   *     labels file, the launcher of Ringfence, "brief", "short", "soak" or "long", the file for
   *     JSON lines
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 7) {
      System.err.println(
          "usage: Load MIXED LABELS TEXT LABELS LAUNCHER brief|short|soak|long JSON (dev/load calls"
              + " it so)");
      System.exit(2);
    }
    Map<String, List<Mail>> mails = new LinkedHashMap<>();
    mails.put("text", text(Mails.read(Path.of(args[2]), Path.of(args[3]))));
    mails.put("mixed", Mails.read(Path.of(args[0]), Path.of(args[1])));
    Path work = Files.createTempDirectory("ringfence-load-filters");
    // Postfix must get to the sockets in it.
    Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (PrintStream json =
            new PrintStream(
                Files.newOutputStream(Path.of(args[6])), true, StandardCharsets.US_ASCII);
        NameServer _ = NameServer.start(work, "0-1", zone(mails));
        Filter none = Filter.none();
        Filter ringfence = Filter.ringfence(work, Path.of(args[4]), options());
        Filter rspamd = Filter.rspamd(work);
        Postfix postfix =
            new Postfix(
                Stream.of(none, ringfence, rspamd)
                    .collect(Collectors.toMap(Filter::name, Filter::milter)))) {
      List<Filter> filters = List.of(none, ringfence, rspamd);
      new Load(Plan.of(args[5]), postfix, filters, mails, new Report(System.out, json)).run();
    } finally {
      delete(work);
    }
  }

  private static String options() {
    String given = System.getenv("RINGFENCE_JAVA_OPTIONS");
    return given == null ? "" : given;
  }

  private static List<ZoneRecord> zone(Map<String, List<Mail>> mails) {
    return CorpusZone.of(mails.values().stream().flatMap(List::stream).toList());
  }

  /** Those without pictures and documents. */
  private static List<Mail> text(List<Mail> mails) {
    return mails.stream()
        .filter(
            mail ->
                !mail.octets()
                    .decode(StandardCharsets.ISO_8859_1)
                    .matches("(?is).*content-type:\\s*(image|application)/.*"))
        .toList();
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = new ArrayList<>(all.toList());
    }
    for (Path path : paths.reversed()) {
      Files.deleteIfExists(path);
    }
  }

  private void run() throws IOException {
    report.begin(letters);
    for (Filter filter : filters) {
      steady(filter, "text", 50, "first mails, 50/s");
    }
    for (Filter filter : filters) {
      for (String kind : letters.keySet()) {
        sending(filter, kind).fullSpeed(plan.mails(), CLIENTS, _ -> {});
      }
    }
    for (int round = 1; round <= plan.rounds(); round++) {
      for (String kind : letters.keySet()) {
        for (Filter filter : filters) {
          fullSpeed(filter, kind);
        }
        for (int rate : List.of(50, 100)) {
          for (Filter filter : filters) {
            steady(filter, kind, rate, rate + "/s");
          }
        }
      }
    }
    for (Filter filter : filters) {
      if (filter.server().isPresent()) {
        soak(filter);
      }
    }
    report.end(postfix.troubles());
  }

  private Sending sending(Filter filter, String kind) {
    return new Sending(postfix.port(filter.name()), letters.getOrDefault(kind, List.of()));
  }

  private interface Work {
    Sent run() throws IOException;
  }

  private void fullSpeed(Filter filter, String kind) throws IOException {
    Sending sending = sending(filter, kind);
    shot(filter, kind, "full speed", () -> sending.fullSpeed(plan.mails(), CLIENTS, _ -> {}));
  }

  private void steady(Filter filter, String kind, int rate, String name) throws IOException {
    Sending sending = sending(filter, kind);
    shot(filter, kind, name, () -> sending.steadily(rate, Duration.ofSeconds(plan.seconds())));
  }

  private void shot(Filter filter, String kind, String name, Work work) throws IOException {
    awaitRest();
    long before = postfix.deliveries();
    long cpu = filter.cpuNanos();
    Sent sent = work.run();
    awaitDeliveries(before + sent.count(2));
    long delivered = System.nanoTime() - sent.start();
    report.add(new Shot(filter.name(), kind, name, sent, delivered, filter.cpuNanos() - cpu));
  }

  /** The queue of the warm-up is empty when nothing more is delivered for a while. */
  private void awaitRest() throws IOException {
    long before = -1;
    while (before != postfix.deliveries()) {
      before = postfix.deliveries();
      rest(Duration.ofMillis(300));
    }
  }

  private void awaitDeliveries(long wanted) throws IOException {
    long end = System.nanoTime() + DELIVERY.toNanos();
    while (postfix.deliveries() < wanted) {
      if (end - System.nanoTime() < 0) {
        throw new IOException(
            "Postfix has not delivered all that it accepted. " + postfix.troubles());
      }
      rest(Duration.ofMillis(5));
    }
  }

  private static void rest(Duration time) throws IOException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while mails were being delivered.", stopped);
    }
  }

  /** Mails of every kind at full speed, while the memory is watched. */
  private void soak(Filter filter) throws IOException {
    List<Letter> all = letters.values().stream().flatMap(List::stream).toList();
    List<Memory.Sample> samples = new ArrayList<>();
    AtomicLong answered = new AtomicLong();
    try (ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor()) {
      var _ =
          watch.scheduleAtFixedRate(
              () -> samples.add(new Memory.Sample(answered.get(), filter.residentOctets())),
              0,
              1,
              TimeUnit.SECONDS);
      new Sending(postfix.port(filter.name()), all)
          .fullSpeed(plan.soak(), CLIENTS, _ -> answered.incrementAndGet());
      watch.shutdown();
    }
    samples.add(new Memory.Sample(answered.get(), filter.residentOctets()));
    Heap heap = Heap.afterCollection(filter.pid());
    report.add(new Memory(filter.name(), samples, heap.used(), heap.resident()));
  }
}
