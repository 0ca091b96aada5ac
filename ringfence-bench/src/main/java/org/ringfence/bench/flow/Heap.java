package org.ringfence.bench.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another Java's heap, asked by {@code jcmd}.
 *
 * @param used octets that survive a collection
 * @param resident octets of RAM that the heap has
 */
record Heap(long used, long resident) {
  private static final Pattern GENERATION =
      Pattern.compile(
          "(?m)^ *(?:DefNew|Tenured)\\D+\\d+K, used (\\d+)K \\[0x([0-9a-f]+), 0x[0-9a-f]+,"
              + " 0x([0-9a-f]+)\\)");
  private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) .*");

  /** Has the process {@code pid} collect, and looks. Knows the serial collector alone. */
  static Heap afterCollection(long pid) throws IOException {
    ask(pid, "GC.run");
    Matcher generation = GENERATION.matcher(ask(pid, "GC.heap_info"));
    long used = 0;
    long resident = 0;
    while (generation.find()) {
      used += Long.parseLong(generation.group(1)) << 10;
      resident +=
          resident(
              pid,
              Long.parseLong(generation.group(2), 16),
              Long.parseLong(generation.group(3), 16));
    }
    return new Heap(used, resident);
  }

  /** The RAM of the mappings that begin between two addresses, proc_pid_smaps(5). */
  private static long resident(long pid, long from, long to) throws IOException {
    long resident = 0;
    boolean inside = false;
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps"))) {
      Matcher mapping = MAPPING.matcher(line);
      if (mapping.matches()) {
        long start = Long.parseUnsignedLong(mapping.group(1), 16);
        inside = start >= from && start < to;
      } else if (inside && line.startsWith("Rss:")) {
        resident += Long.parseLong(line.replaceAll("\\D", "")) << 10;
      }
    }
    return resident;
  }

  private static String ask(long pid, String what) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), what)
            .redirectErrorStream(true)
            .start();
    try (var out = process.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
