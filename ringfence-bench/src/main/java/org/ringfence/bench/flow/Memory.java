package org.ringfence.bench.flow;

import java.util.List;
import java.util.Locale;

/**
 * The memory of a filter while mails went through it.
 *
 * @param filter the filter's name
 * @param samples one each second
 * @param heap Java's heap after a collection, in octets; 0 where there is none
 * @param heapInRam octets of RAM that the heap had then; 0 where there is none
 */
record Memory(String filter, List<Sample> samples, long heap, long heapInRam) {
  private static final double MEGA = 1 << 20;

  Memory {
    samples = List.copyOf(samples);
  }

  /**
   * A moment.
   *
   * @param mails how many had been answered
   * @param resident octets in RAM
   */
  record Sample(long mails, long resident) {}

  private double[] sorted() {
    return samples.stream().mapToDouble(one -> one.resident() / MEGA).sorted().toArray();
  }

  /**
   * By how many MiB it grew each 10,000 mails, over the second half of them: the first fills caches
   * and the heap. The line of least squares.
   */
  private double growth() {
    List<Sample> half = samples.subList(samples.size() / 2, samples.size());
    double mails = half.stream().mapToLong(Sample::mails).average().orElse(0);
    double octets = half.stream().mapToLong(Sample::resident).average().orElse(0);
    double above = 0;
    double below = 0;
    for (Sample one : half) {
      above += (one.mails() - mails) * (one.resident() - octets);
      below += (one.mails() - mails) * (one.mails() - mails);
    }
    return below == 0 ? 0 : above / below / MEGA * 10_000;
  }

  /** One line of JSON. */
  String json() {
    double[] sorted = sorted();
    return String.format(
        Locale.ROOT,
        "{\"filter\":\"%s\",\"measure\":\"memory\",\"mails\":%d,\"min-mib\":%.0f,"
            + "\"median-mib\":%.0f,\"max-mib\":%.0f,\"last-mib\":%.0f,"
            + "\"growth-mib-per-10000\":%.2f,\"heap-after-gc-mib\":%.0f,\"heap-in-ram-mib\":%.0f}",
        filter,
        samples.getLast().mails(),
        sorted[0],
        sorted[sorted.length / 2],
        sorted[sorted.length - 1],
        samples.getLast().resident() / MEGA,
        growth(),
        heap / MEGA,
        heapInRam / MEGA);
  }

  /** One line of a table, after {@link #head}. */
  String row() {
    double[] sorted = sorted();
    return String.format(
        Locale.ROOT,
        "%-12s %8d %8.0f %8.0f %8.0f %8.0f %14.2f %10.0f %10.0f",
        filter,
        samples.getLast().mails(),
        sorted[0],
        sorted[sorted.length / 2],
        sorted[sorted.length - 1],
        samples.getLast().resident() / MEGA,
        growth(),
        heap / MEGA,
        Math.max(0, samples.getLast().resident() - heapInRam) / MEGA);
  }

  static String head() {
    return String.format(
        Locale.ROOT,
        "%-12s %8s %8s %8s %8s %8s %14s %10s %10s",
        "MiB",
        "mails",
        "min",
        "median",
        "max",
        "last",
        "per 10k mails",
        "live heap",
        "not heap");
  }
}
