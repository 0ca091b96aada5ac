package org.ringfence.bench.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.bench.peer.NameServer;
import org.ringfence.bench.peer.RspamdHome;
import org.ringfence.bench.peer.ServerProcess;

/**
 * What Postfix calls as a milter; or nothing. All of them may use every core, which they share with
 * Postfix and the generator.
 *
 * @param name what it is called in tables
 * @param milter its address as Postfix writes it; empty for none
 * @param server where it runs
 */
record Filter(String name, String milter, Optional<ServerProcess> server) implements AutoCloseable {
  private static final String CORES = "0-" + (Runtime.getRuntime().availableProcessors() - 1);
  private static final int RINGFENCE = 21_891;
  private static final int RSPAMD = 21_332;

  /** Postfix alone. */
  static Filter none() {
    return new Filter("none", "", Optional.empty());
  }

  /**
   * {@code ringfence serve} as a user starts it: everything on as by default but text recognition,
   * as rspamd has none.
   *
   * @param launcher the command
   * @param javaOptions instead of the launcher's own heap; empty to leave it
   */
  static Filter ringfence(Path work, Path launcher, String javaOptions) throws IOException {
    String options = javaOptions.isEmpty() ? "-Xmx512m" : javaOptions;
    ServerProcess server =
        ServerProcess.start(
            CORES,
            RINGFENCE,
            work.resolve("ringfence.log"),
            List.of(
                "env",
                "XDG_STATE_HOME=" + work,
                "RINGFENCE_JAVA_OPTIONS=" + options + " -Ddns.server=127.0.0.1:" + NameServer.PORT,
                launcher.toString(),
                "serve",
                "--milter",
                "127.0.0.1:" + RINGFENCE,
                "--own-domain",
                "recipient.example",
                "--authserv-id",
                "mx.site.example",
                "--ocr",
                "off"));
    return new Filter("Ringfence", "inet:127.0.0.1:" + RINGFENCE, Optional.of(server));
  }

  /**
   * rspamd with its stock rules, whose proxy scans by itself, one worker for each core. Postfix
   * calls it over a Unix socket: over TCP it holds back its replies for a delayed ACK, and 40 ms of
   * the network would be taken for rspamd.
   */
  static Filter rspamd(Path work) throws IOException {
    Path socket = work.resolve("rspamd.sock");
    String proxy =
        """
        bind_socket = ["127.0.0.1:%d", "%s mode=0666"];
        milter = yes;
        count = %d;
        upstream "local" { default = yes; self_scan = yes; }
        """
            .formatted(RSPAMD, socket, Runtime.getRuntime().availableProcessors());
    RspamdHome home =
        RspamdHome.make(
            work.resolve("rspamd"),
            Map.of(
                "worker-proxy.inc",
                proxy,
                "worker-normal.inc",
                "enabled = false; count = -1;",
                "worker-controller.inc",
                "enabled = false; count = -1;"));
    return new Filter("rspamd", "unix:" + socket, Optional.of(home.start(CORES, RSPAMD)));
  }

  /** The processor time that it has used, in nanoseconds. */
  long cpuNanos() {
    return server.map(ServerProcess::cpuNanos).orElse(0L);
  }

  /** The memory that its processes have in RAM, in octets. */
  long residentOctets() {
    return server.stream()
        .flatMap(ServerProcess::family)
        .mapToLong(process -> resident(process.pid()))
        .sum();
  }

  /** The process that was started. */
  long pid() {
    return server.flatMap(one -> one.family().findFirst()).map(ProcessHandle::pid).orElse(0L);
  }

  /**
   * Of pages that processes share each gets its part (Pss, proc_pid_smaps(5)): workers that were
   * forked would otherwise be charged for their parent's memory.
   */
  private static long resident(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .sum();
    } catch (NoSuchFileException ended) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.ifPresent(ServerProcess::close);
  }
}
