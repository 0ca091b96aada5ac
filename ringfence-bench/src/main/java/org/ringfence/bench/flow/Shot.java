package org.ringfence.bench.flow;

import java.util.Arrays;
import java.util.Locale;

/**
 * One measurement: some mails through Postfix with one filter.
 *
 * @param filter the filter's name
 * @param mails which mails, such as "text"
 * @param measure how they were sent, such as "100/s"
 * @param sent what came of it
 * @param deliveredNanos from the first mail until the last was delivered
 * @param cpuNanos the filter's processor time
 */
record Shot(
    String filter, String mails, String measure, Sent sent, long deliveredNanos, long cpuNanos) {

  double answeredPerSecond() {
    return sent.mails() / sent.seconds();
  }

  double deliveredPerSecond() {
    return sent.count(2) * 1e9 / deliveredNanos;
  }

  double cpuMillis() {
    return cpuNanos / 1e6 / sent.mails();
  }

  /** In milliseconds, the time within which {@code share} of {@code nanos} lie. */
  static double quantile(long[] nanos, double share) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(rank, 0, sorted.length - 1)] / 1e6;
  }

  /** One line of JSON; all words in it are our own. */
  String json() {
    return String.format(
        Locale.ROOT,
        "{\"filter\":\"%s\",\"mails\":\"%s\",\"measure\":\"%s\",\"sent\":%d,\"accepted\":%d,"
            + "\"refused\":%d,\"deferred\":%d,\"broken\":%d,\"answered-per-second\":%.1f,"
            + "\"delivered-per-second\":%.1f,\"cpu-ms\":%.3f,\"p50-ms\":%.2f,\"p95-ms\":%.2f,"
            + "\"p99-ms\":%.2f,\"max-ms\":%.2f}",
        filter,
        mails,
        measure,
        sent.mails(),
        sent.count(2),
        sent.count(5),
        sent.count(4),
        sent.count(0),
        answeredPerSecond(),
        deliveredPerSecond(),
        cpuMillis(),
        quantile(sent.nanos(), 0.5),
        quantile(sent.nanos(), 0.95),
        quantile(sent.nanos(), 0.99),
        quantile(sent.nanos(), 1));
  }
}
