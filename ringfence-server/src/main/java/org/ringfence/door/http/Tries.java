package org.ringfence.door.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts the wrong tokens of each address, minute by minute. May be shared between threads.
 *
 * <p>It spares the log and the processor; guessing 256 bits needs no hindrance. So a right token is
 * never refused for the wrong ones beside it: behind a proxy all callers have one address, and any
 * of them could lock out the others. An IPv6 network of 64 bits counts as one address.
 */
final class Tries {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final int MOST_ADDRESSES = 10_000;
  private static final int NETWORK_BYTES = 8;

  private final int most;
  private final LongSupplier ticker;
  private final Map<String, Count> counts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  /** So many since then. */
  private record Count(long since, int wrong) {}

  /**
   * @param most how many in a minute are nothing special
   * @param ticker elapsed time in nanoseconds
   */
  Tries(int most, LongSupplier ticker) {
    this.most = most;
    this.ticker = ticker;
  }

  /** Counts one, and tells whether it is one too many. */
  synchronized boolean isOneTooMany(InetAddress address) {
    long now = ticker.getAsLong();
    String key = network(address);
    Count old = counts.getOrDefault(key, new Count(now, 0));
    Count next =
        now - old.since() >= MINUTE ? new Count(now, 1) : new Count(old.since(), old.wrong() + 1);
    counts.put(key, next);
    return next.wrong() > most;
  }

  private static String network(InetAddress address) {
    byte[] octets = address.getAddress();
    return HexFormat.of()
        .formatHex(octets.length > NETWORK_BYTES ? Arrays.copyOf(octets, NETWORK_BYTES) : octets);
  }
}
