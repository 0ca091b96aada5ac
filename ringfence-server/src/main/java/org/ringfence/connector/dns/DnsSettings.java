package org.ringfence.connector.dns;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * Whom to ask, and for how long.
 *
 * @param servers recursive resolvers, asked in this order; none for those of the system
 *     (resolv.conf)
 * @param time the longest wait for one server, a repetition over TCP included
 * @param rounds how often the list of servers is gone through before a question is given up
 */
public record DnsSettings(List<InetSocketAddress> servers, Duration time, int rounds) {
  public DnsSettings {
    servers = List.copyOf(servers);
    if (rounds < 1 || !time.isPositive()) {
      throw new IllegalArgumentException("The DNS needs at least one round and some time.");
    }
  }

  /** The system's servers, twice three seconds each. */
  public static DnsSettings standard() {
    return new DnsSettings(List.of(), Duration.ofSeconds(3), 2);
  }

  /** The same with other servers. */
  public DnsSettings asking(List<InetSocketAddress> others) {
    return new DnsSettings(others, time, rounds);
  }
}
