package org.ringfence.cli.flow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code ringfence serve} as a process of its own, which may be killed and started again. */
final class Serving implements AutoCloseable {
  private static final Path ROOT = Path.of(System.getProperty("ringfence.root", "."));
  private static final Duration START = Duration.ofSeconds(60);

  private final Path folder;
  private final List<Integer> ports;
  private final List<String> java = new ArrayList<>();
  private final Map<String, String> environment;
  private Optional<Process> process = Optional.empty();

  /**
   * @param folder where its settings, state and log are
   * @param settings the settings, as YAML
   * @param ports on which it answers once it is ready
   */
  Serving(Path folder, String settings, List<Integer> ports) throws IOException {
    this(folder, settings, ports, List.of(), Map.of());
  }

  /**
   * @param options of Java
   * @param environment beside that of the tests
   */
  Serving(
      Path folder,
      String settings,
      List<Integer> ports,
      List<String> options,
      Map<String, String> environment)
      throws IOException {
    this.folder = folder;
    this.ports = List.copyOf(ports);
    // The first compiler alone: a process that lives for a second has no use of the other.
    java.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    java.addAll(options);
    this.environment = Map.copyOf(environment);
    write(settings);
  }

  /** Writes the settings anew; they count from the next start or reload. */
  void write(String settings) throws IOException {
    Files.writeString(folder.resolve("ringfence.yaml"), settings);
  }

  /** Starts it, and waits until it answers on all its ports. */
  void start() throws IOException, InterruptedException {
    begin();
    long end = System.nanoTime() + START.toNanos();
    while (!ports.stream().allMatch(Serving::answers)) {
      if (!isAlive() || end - System.nanoTime() < 0) {
        throw new IOException("Ringfence does not serve. It says:\n" + log());
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Starts it and does not wait. */
  void begin() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(java);
    command.addAll(
        List.of("-Dringfence.home=" + ROOT, "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.ringfence.cli.Ringfence", "serve", "--config"));
    command.add(folder.resolve("ringfence.yaml").toString());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    builder.environment().putAll(environment);
    builder.environment().put("XDG_STATE_HOME", folder.toString());
    process = Optional.of(builder.start());
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  boolean isAlive() {
    return process.map(Process::isAlive).orElse(false);
  }

  /** Ends it as the loss of power does: {@code kill -9}. */
  void kill() throws InterruptedException {
    Process running = process.orElseThrow();
    running.destroyForcibly();
    running.waitFor();
  }

  /** Tells it to end. */
  void terminate() {
    process.orElseThrow().destroy();
  }

  /** Tells it to read its settings again. */
  void hangUp() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-HUP", Long.toString(pid())).start().waitFor();
  }

  long pid() {
    return process.orElseThrow().pid();
  }

  /** The processes that it has started and not ended. */
  List<ProcessHandle> descendants() {
    return process.orElseThrow().descendants().toList();
  }

  /** What it has in RAM, proc_pid_status(5). */
  long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .sum();
  }

  /** Waits until it has ended, and returns its exit code. */
  int await(Duration longest) throws IOException, InterruptedException {
    Process running = process.orElseThrow();
    if (!running.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IOException("Ringfence does not end. It says:\n" + log());
    }
    return running.exitValue();
  }

  /** What it has said since the first start. */
  String log() throws IOException {
    Path log = folder.resolve("log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  @Override
  public void close() {
    process.ifPresent(running -> running.destroyForcibly().onExit().join());
  }
}
