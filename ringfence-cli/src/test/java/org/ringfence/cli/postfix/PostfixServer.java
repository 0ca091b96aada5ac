package org.ringfence.cli.postfix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian's Postfix, on loopback, with a configuration, queue and log of its own.
 *
 * <p>It receives for every domain and puts all mail into one Maildir. Each milter has an SMTP port
 * that calls it and nothing else. It must be started as root, as Postfix must.
 */
public final class PostfixServer implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final String NOBODY = "65534";

  private final Path folder;
  private final List<Port> ports;

  /**
   * A port for SMTP.
   *
   * @param name a name of the test's
   * @param options what is different there, as master.cf has it, such as "-o smtpd_milters="
   */
  public record Port(String name, int number, String options) {
    /** A free port. */
    public static Port of(String name, String options) throws IOException {
      return new Port(name, freePort(), options);
    }
  }

  /**
   * Starts it with a port for each milter.
   *
   * @param milters by a name of the test's, the address as Postfix writes it
   */
  public PostfixServer(Map<String, String> milters) throws IOException {
    this(ports(milters));
  }

  private static List<Port> ports(Map<String, String> milters) throws IOException {
    List<Port> ports = new ArrayList<>();
    for (Map.Entry<String, String> milter : milters.entrySet()) {
      ports.add(Port.of(milter.getKey(), "-o smtpd_milters=" + milter.getValue()));
    }
    return ports;
  }

  /** Starts it with these ports. */
  public PostfixServer(List<Port> ports) throws IOException {
    this.ports = List.copyOf(ports);
    if (!"root".equals(System.getProperty("user.name"))) {
      throw new IOException("Only root can start Postfix, which this test does. Run it as root.");
    }
    // Not below a folder of JUnit's: Postfix gives its rights away and must still get there.
    this.folder = Files.createTempDirectory("ringfence-postfix");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String part : List.of("etc", "queue", "data", "mail", "log")) {
      Files.createDirectory(folder.resolve(part));
    }
    run("chown", "postfix", folder.resolve("data").toString());
    run("chown", NOBODY, folder.resolve("mail").toString());
    Files.writeString(folder.resolve("etc/main.cf"), main());
    Files.writeString(folder.resolve("etc/master.cf"), master());
    run("postfix", "-c", etc(), "start");
  }

  private String etc() {
    return folder.resolve("etc").toString();
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
    myhostname = mx.example.org
    mydestination =
    mynetworks =
    alias_maps =
    local_recipient_maps =
    smtpd_peername_lookup = no
    smtpd_authorized_xclient_hosts = 127.0.0.1
    local_header_rewrite_clients =
    smtpd_relay_restrictions = reject_unauth_destination
    virtual_mailbox_domains = static:all
    virtual_mailbox_maps = static:inbox/
    virtual_mailbox_base = %1$s/mail
    virtual_minimum_uid = 1
    virtual_uid_maps = static:%2$s
    virtual_gid_maps = static:%2$s
    milter_default_action = tempfail
    smtpd_client_connection_count_limit = 0
    minimal_backoff_time = 1s
    maximal_backoff_time = 2s
    queue_run_delay = 1s
    message_size_limit = 100000000
    virtual_mailbox_limit = 0
    """
        .formatted(folder, NOBODY);
  }

  private String master() {
    StringBuilder services = new StringBuilder();
    for (Port port : ports) {
      services.append(
          "127.0.0.1:%d inet n - n - - smtpd %s%n".formatted(port.number(), port.options()));
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
        smtp unix - - n - - smtp
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        postlog unix-dgram n - n - 1 postlogd
        """;
  }

  /** A port of loopback that nobody has. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The number of the SMTP port {@code name}. */
  public int port(String name) {
    return ports.stream()
        .filter(port -> port.name().equals(name))
        .findFirst()
        .orElseThrow()
        .number();
  }

  /** The one mail that was delivered since the last call, as it lies in the mailbox. */
  public byte[] delivered() throws IOException, InterruptedException {
    Path mail = only("mail/inbox/new");
    byte[] octets = Files.readAllBytes(mail);
    Files.delete(mail);
    return octets;
  }

  /**
   * The queue file of the one mail on hold since the last call: octets between octets of Postfix.
   */
  public byte[] held() throws IOException, InterruptedException {
    Path mail = only("queue/hold");
    byte[] octets = Files.readAllBytes(mail);
    Files.delete(mail);
    return octets;
  }

  /** Whether neither a mailbox nor the hold queue has mail. */
  public boolean isEmpty() {
    return files("mail/inbox/new").isEmpty() && files("queue/hold").isEmpty();
  }

  /** All mails in the mailbox, as they lie there. */
  public List<byte[]> mailbox() throws IOException {
    List<byte[]> mails = new ArrayList<>();
    for (Path file : files("mail/inbox/new")) {
      mails.add(Files.readAllBytes(file));
    }
    return mails;
  }

  /** Waits until nothing is in the queues but what is on hold. */
  public void awaitEmptyQueue(Duration longest) throws IOException, InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (!isQueueEmpty()) {
      if (end - System.nanoTime() < 0) {
        throw new IOException("The queue is not empty in time. Postfix says:\n" + log());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** A queue file may move from one to the other while we look: twice nothing is nothing. */
  private boolean isQueueEmpty() {
    List<String> queues = List.of("maildrop", "incoming", "active", "deferred", "incoming");
    return queues.stream().allMatch(queue -> files("queue/" + queue).isEmpty());
  }

  private Path only(String place) throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (files(place).isEmpty() && end - System.nanoTime() > 0) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    List<Path> found = files(place);
    if (found.size() != 1) {
      throw new IOException(place + " has " + found.size() + " mails. Postfix says:\n" + log());
    }
    return found.getFirst();
  }

  private List<Path> files(String place) {
    Path top = folder.resolve(place);
    if (!Files.exists(top)) {
      return List.of();
    }
    while (true) {
      try (Stream<Path> files = Files.walk(top)) {
        return files.filter(Files::isRegularFile).toList();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } catch (UncheckedIOException failure) {
        if (!(failure.getCause() instanceof NoSuchFileException)) {
          throw failure;
        }
        // Postfix moved it meanwhile: look again.
      }
    }
  }

  /** What Postfix logged. */
  public String log() throws IOException {
    return Files.readString(folder.resolve("log/mail"));
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
