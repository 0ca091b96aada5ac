package org.ringfence.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server started for a comparison, pinned to some cores and ended with it. */
public final class ServerProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final long NANOS_OF_A_TICK = 10_000_000;

  private final Process process;

  private ServerProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts {@code command} on {@code core}, or on some as in "0-1", and waits until {@code port}
   * answers.
   *
   * @throws IOException when it ends or stays silent; the message names its log
   */
  public static ServerProcess start(String core, int port, Path log, List<String> command)
      throws IOException {
    if (answers(port)) {
      throw new IOException("Port " + port + " is taken; end the program that listens there.");
    }
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", core));
    pinned.addAll(command);
    Process process =
        new ProcessBuilder(pinned).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    ServerProcess server = new ServerProcess(process);
    long end = System.nanoTime() + START.toNanos();
    while (!answers(port)) {
      if (!process.isAlive() || System.nanoTime() - end > 0) {
        server.close();
        throw new IOException(
            "The server did not start: " + String.join(" ", command) + ". Its log is " + log + ".");
      }
      pause();
    }
    return server;
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a server was starting.", interrupted);
    }
  }

  /** The processor time of the process and all its descendants, in nanoseconds. */
  public long cpuNanos() {
    return family().mapToLong(handle -> ticks(handle.pid()) * NANOS_OF_A_TICK).sum();
  }

  /** The process and all its descendants. */
  public Stream<ProcessHandle> family() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants());
  }

  /**
   * User and system time, fields 14 and 15 of proc(5) stat, and those of children already reaped.
   */
  private static long ticks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Long.parseLong(fields[11])
          + Long.parseLong(fields[12])
          + Long.parseLong(fields[13])
          + Long.parseLong(fields[14]);
    } catch (java.nio.file.NoSuchFileException ended) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
