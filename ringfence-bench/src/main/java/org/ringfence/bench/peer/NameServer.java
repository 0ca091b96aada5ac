package org.ringfence.bench.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ringfence.assessment.authentication.dns.ZoneRecord;

/**
 * dnsmasq on loopback: it answers from a zone, says of every other name that there is none, and
 * asks nobody. All filters of a comparison ask it.
 */
public final class NameServer implements AutoCloseable {
  /** Where it listens. */
  public static final int PORT = 15_353;

  /** The octets of one string of a TXT record at most, RFC 1035 §3.3.14, with some room. */
  private static final int STRING = 200;

  private final ServerProcess server;

  private NameServer(ServerProcess server) {
    this.server = server;
  }

  /** Starts it on {@code core}, with {@code zone} and nothing else to say. */
  public static NameServer start(Path work, String core, List<ZoneRecord> zone) throws IOException {
    Path configuration = work.resolve("dnsmasq.conf");
    List<String> lines = new ArrayList<>(List.of("no-resolv", "no-hosts", "bind-interfaces"));
    lines.addAll(List.of("port=" + PORT, "listen-address=127.0.0.1", "address=/#/"));
    zone.forEach(record -> lines.add(line(record)));
    Files.write(configuration, lines);
    return new NameServer(
        ServerProcess.start(
            core,
            PORT,
            work.resolve("dns.log"),
            List.of(
                "dnsmasq", "--keep-in-foreground", "--pid-file=", "--conf-file=" + configuration)));
  }

  static InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT);
  }

  private static String line(ZoneRecord record) {
    String name = record.name();
    return switch (record.kind()) {
      case TXT -> "txt-record=" + name + "," + strings(record.value());
      case A, AAAA -> "host-record=" + name + "," + record.value();
      case PTR -> "ptr-record=" + name + "," + record.value();
      case CNAME -> "cname=" + name + "," + record.value();
      case MX -> {
        String[] words = record.value().split(" ", -1);
        yield "mx-host=" + name + "," + words[1] + "," + words[0];
      }
    };
  }

  private static String strings(String text) {
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < text.length(); i += STRING) {
      strings.add(text.substring(i, Math.min(text.length(), i + STRING)));
    }
    return strings.stream().map(string -> '"' + string + '"').collect(Collectors.joining(","));
  }

  @Override
  public void close() {
    server.close();
  }
}
