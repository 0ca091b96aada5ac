package org.ringfence.connector.tesseract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a program with input and takes its output, within a time and a size.
 *
 * <p>A program that hangs is killed; one that dies early, writes without end, or never reads its
 * input is no different. What it writes to standard error goes nowhere.
 */
final class BoundedProcess {
  private static final int MOST_OUTPUT = 1 << 20;

  /**
   * What a program said.
   *
   * @param exitCode its exit code
   * @param output its standard output read as UTF-8, cut at one mebibyte
   */
  record Outcome(int exitCode, String output) {}

  private BoundedProcess() {}

  /**
   * Runs {@code command} on {@code input}.
   *
   * @return empty when the time was up and the program was killed
   * @throws IOException when the program cannot be started
   */
  static Optional<Outcome> run(List<String> command, byte[] input, Duration time)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    // One thread each: several pictures at once use the processors better than one picture does.
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try {
      return await(process, input, time);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Optional<Outcome> await(Process process, byte[] input, Duration time)
      throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    Thread.ofVirtual().start(() -> write(process, input));
    FutureTask<byte[]> output = new FutureTask<>(() -> output(process.getInputStream()));
    Thread.ofVirtual().start(output);
    if (!process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS)) {
      return Optional.empty();
    }
    return output(output, end - System.nanoTime())
        .map(bytes -> new Outcome(process.exitValue(), new String(bytes, StandardCharsets.UTF_8)));
  }

  /** A child that inherited the pipe may keep it open after the program itself has ended. */
  private static Optional<byte[]> output(Future<byte[]> output, long nanos)
      throws InterruptedException {
    try {
      return Optional.of(output.get(Math.max(0, nanos), TimeUnit.NANOSECONDS));
    } catch (ExecutionException | TimeoutException none) {
      return Optional.empty();
    }
  }

  private static void write(Process process, byte[] input) {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input);
    } catch (IOException ignored) {
      // The program ended or was killed before it had read everything; its exit code tells.
    }
  }

  private static byte[] output(InputStream stdout) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    kept.writeBytes(stdout.readNBytes(MOST_OUTPUT));
    stdout.transferTo(OutputStream.nullOutputStream());
    return kept.toByteArray();
  }
}
