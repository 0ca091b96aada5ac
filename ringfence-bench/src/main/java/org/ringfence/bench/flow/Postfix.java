package org.ringfence.bench.flow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian's Postfix, on loopback, with a configuration, queue and log of its own.
 *
 * <p>It takes mail for every domain, queues it as always, and throws it away at delivery, so that
 * the queue and the filter are measured and no mailbox. Each filter has an SMTP port that calls it
 * and nothing else. The ports take the address of the client from a PROXY line. Must be started as
 * root, as Postfix must.
 */
final class Postfix implements AutoCloseable {
  private static final byte[] DELIVERED = "status=sent".getBytes(StandardCharsets.US_ASCII);

  private final Path folder;
  private final Map<String, Integer> ports = new TreeMap<>();
  private long read;
  private long deliveries;

  /**
   * Starts it.
   *
   * @param filters by name, the milter's address as Postfix writes it; empty for none
   */
  Postfix(Map<String, String> filters) throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      throw new IOException("Only root can start Postfix. Run this as root.");
    }
    this.folder = Files.createTempDirectory("ringfence-load");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String part : List.of("etc", "queue", "data", "log")) {
      Files.createDirectory(folder.resolve(part));
    }
    run("chown", "postfix", folder.resolve("data").toString());
    Files.writeString(folder.resolve("etc/main.cf"), main());
    Files.writeString(folder.resolve("etc/master.cf"), master(filters));
    run("postfix", "-c", etc(), "start");
  }

  private String etc() {
    return folder.resolve("etc").toString();
  }

  private Path log() {
    return folder.resolve("log/mail");
  }

  private String main() {
    return """
    compatibility_level = 3.6
    queue_directory = %1$s/queue
    data_directory = %1$s/data
    maillog_file = %1$s/log/mail
    maillog_file_prefixes = %1$s
    inet_interfaces = 127.0.0.1
    inet_protocols = ipv4
    myhostname = mx.site.example
    mydestination =
    mynetworks =
    alias_maps =
    local_recipient_maps =
    smtputf8_enable = no
    smtpd_peername_lookup = no
    smtpd_client_connection_count_limit = 0
    smtpd_client_event_limit_exceptions = static:all
    smtpd_relay_restrictions = reject_unauth_destination
    relay_domains = static:all
    relay_transport = discard:
    in_flow_delay = 0
    message_size_limit = 52428800
    milter_default_action = tempfail
    """
        .formatted(folder);
  }

  private String master(Map<String, String> filters) throws IOException {
    StringBuilder services = new StringBuilder();
    for (var filter : filters.entrySet()) {
      int port = freePort();
      ports.put(filter.getKey(), port);
      services.append(
          "127.0.0.1:%d inet n - n - - smtpd -o smtpd_upstream_proxy_protocol=haproxy -o smtpd_milters=%s%n"
              .formatted(port, filter.getValue()));
    }
    return services
        + """
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        proxymap unix - - n - - proxymap
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        error unix - - n - - error
        retry unix - - n - - error
        discard unix - - n - - discard
        anvil unix - - n - 1 anvil
        postlog unix-dgram n - n - 1 postlogd
        """;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The SMTP port that calls the filter {@code name}. */
  int port(String name) {
    return ports.getOrDefault(name, 0);
  }

  /** How many mails were delivered since the start. */
  long deliveries() throws IOException {
    if (!Files.exists(log())) {
      return 0;
    }
    ByteBuffer fresh;
    try (SeekableByteChannel channel = Files.newByteChannel(log())) {
      fresh = ByteBuffer.allocate(Math.toIntExact(channel.size() - read));
      channel.position(read);
      while (fresh.hasRemaining() && channel.read(fresh) >= 0) {
        // Until all that was there is read.
      }
    }
    fresh.flip();
    int lines = endOfLines(fresh);
    deliveries += count(fresh, lines);
    read += lines;
    return deliveries;
  }

  /** A line that is still being written is left for the next time. */
  private static int endOfLines(ByteBuffer text) {
    int end = text.limit();
    while (end > 0 && text.get(end - 1) != '\n') {
      end--;
    }
    return end;
  }

  private static long count(ByteBuffer text, int end) {
    long count = 0;
    for (int i = 0; i + DELIVERED.length <= end; i++) {
      if (text.get(i) == 's'
          && text.slice(i, DELIVERED.length).equals(ByteBuffer.wrap(DELIVERED))) {
        count++;
      }
    }
    return count;
  }

  /** The last lines of what Postfix logged that speak of trouble. */
  String troubles() throws IOException {
    List<String> lines =
        Files.readAllLines(log(), StandardCharsets.ISO_8859_1).stream()
            .filter(line -> line.contains("warning:") || line.contains("fatal:"))
            .toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }

  @Override
  public void close() throws IOException {
    run("postfix", "-c", etc(), "abort");
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = new ArrayList<>(all.toList());
    }
    for (Path path : paths.reversed()) {
      Files.deleteIfExists(path);
    }
  }

  private void run(String... command) throws IOException {
    Path said = folder.resolve("log/command");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (process.onExit().orTimeout(60, TimeUnit.SECONDS).join().exitValue() != 0) {
      throw new IOException(String.join(" ", command) + ": " + Files.readString(said));
    }
  }
}
