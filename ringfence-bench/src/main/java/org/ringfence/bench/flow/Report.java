package org.ringfence.bench.flow;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Tables for people, and each measurement as a line of JSON as soon as it is made. */
final class Report {
  private static final double BUSY = 0.5;

  private final PrintStream out;
  private final PrintStream json;
  private final List<Shot> shots = new ArrayList<>();
  private final List<Memory> memories = new ArrayList<>();

  Report(PrintStream out, PrintStream json) throws IOException {
    this.out = out;
    this.json = json;
    warnIfBusy();
  }

  private void warnIfBusy() throws IOException {
    String load = Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
    if (Double.parseDouble(load) > BUSY) {
      out.println(
          "WARNING: the machine is busy (load average "
              + load
              + "); these figures say little. Run this again when it is at rest.");
    }
  }

  void begin(Map<String, List<Letter>> letters) {
    letters.forEach(
        (kind, some) ->
            out.printf(
                Locale.ROOT,
                "%s: %d mails of %.1f kB on average%n",
                kind,
                some.size(),
                some.stream().mapToInt(Letter::length).average().orElse(0) / 1e3));
    out.printf(
        "Postfix, filters and generator share %d cores.%n%n",
        Runtime.getRuntime().availableProcessors());
  }

  void add(Shot shot) {
    shots.add(shot);
    json.println(shot.json());
    out.printf(
        Locale.ROOT,
        "%-18s %-6s %-10s %7.1f/s answered %7.1f/s delivered  p50 %7.2f  p99 %8.2f ms  CPU %6.2f ms"
            + "  2xx %d 4xx %d 5xx %d broken %d%n",
        shot.measure(),
        shot.mails(),
        shot.filter(),
        shot.answeredPerSecond(),
        shot.deliveredPerSecond(),
        Shot.quantile(shot.sent().nanos(), 0.5),
        Shot.quantile(shot.sent().nanos(), 0.99),
        shot.cpuMillis(),
        shot.sent().count(2),
        shot.sent().count(4),
        shot.sent().count(5),
        shot.sent().count(0));
  }

  void add(Memory memory) {
    memories.add(memory);
    json.println(memory.json());
  }

  void end(String troubles) {
    grouped().forEach(this::table);
    out.println();
    out.println(Memory.head());
    memories.forEach(memory -> out.println(memory.row()));
    if (!troubles.isEmpty()) {
      out.println("\nPostfix complained:\n" + troubles);
    }
  }

  /** By mails and measure, then by filter: all rounds. */
  private Map<String, Map<String, List<Shot>>> grouped() {
    return shots.stream()
        .collect(
            Collectors.groupingBy(
                shot -> shot.measure() + ", " + shot.mails(),
                LinkedHashMap::new,
                Collectors.groupingBy(Shot::filter, LinkedHashMap::new, Collectors.toList())));
  }

  private void table(String title, Map<String, List<Shot>> filters) {
    out.printf(
        "%n%-28s %9s %9s %8s | %7s %7s %7s %8s | %7s %7s %7s%n",
        title, "answer/s", "deliv/s", "CPU ms", "p50", "p95", "p99", "max", "+p50", "+p95", "+p99");
    long[] bare = nanos(filters.values().iterator().next());
    filters.forEach(
        (filter, rounds) -> {
          long[] nanos = nanos(rounds);
          out.printf(
              Locale.ROOT,
              "%-28s %9.1f %9.1f %8.2f | %7.2f %7.2f %7.2f %8.2f | %7.2f %7.2f %7.2f%n",
              filter,
              median(rounds, Shot::answeredPerSecond),
              median(rounds, Shot::deliveredPerSecond),
              median(rounds, Shot::cpuMillis),
              Shot.quantile(nanos, 0.5),
              Shot.quantile(nanos, 0.95),
              Shot.quantile(nanos, 0.99),
              Shot.quantile(nanos, 1),
              added(nanos, bare, 0.5),
              added(nanos, bare, 0.95),
              added(nanos, bare, 0.99));
        });
  }

  private static double added(long[] nanos, long[] bare, double share) {
    return Shot.quantile(nanos, share) - Shot.quantile(bare, share);
  }

  private static long[] nanos(List<Shot> rounds) {
    return rounds.stream().flatMapToLong(shot -> LongStream.of(shot.sent().nanos())).toArray();
  }

  private static double median(List<Shot> rounds, ToDoubleFunction<Shot> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
