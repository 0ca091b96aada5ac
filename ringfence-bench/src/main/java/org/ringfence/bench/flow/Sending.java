package org.ringfence.bench.flow;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Sends mails to a port and keeps, of each, how long it took and what became of it.
 *
 * @param port where to
 * @param letters what; from the first again where more are sent
 */
record Sending(int port, List<Letter> letters) {
  Sending {
    letters = List.copyOf(letters);
  }

  /**
   * As fast as it goes: each of {@code clients} sends its next mail when the last was answered.
   *
   * @param progress is told how many were answered, now and then
   */
  Sent fullSpeed(int mails, int clients, IntConsumer progress) throws IOException {
    Sent sent = new Sent(mails);
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService executor = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> loops = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        loops.add(
            executor.submit(
                () -> {
                  for (int i = next.getAndIncrement(); i < mails; i = next.getAndIncrement()) {
                    send(i, System.nanoTime(), sent);
                    progress.accept(i);
                  }
                }));
      }
      await(loops);
    }
    return sent.end();
  }

  /**
   * At a steady rate, whether mails are answered or not. The time of each is counted from when it
   * was to be sent: a server that stalls is charged for all the mails that came meanwhile.
   */
  Sent steadily(int perSecond, Duration time) throws IOException {
    int mails = Math.toIntExact(perSecond * time.toSeconds());
    Sent sent = new Sent(mails);
    long gap = Duration.ofSeconds(1).toNanos() / perSecond;
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> under = new ArrayList<>();
      for (int i = 0; i < mails; i++) {
        int mail = i;
        long due = sent.start() + i * gap;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        under.add(executor.submit(() -> send(mail, due, sent)));
      }
      await(under);
    }
    return sent.end();
  }

  private void send(int mail, long due, Sent sent) {
    try {
      Courier.Receipt receipt = Courier.send(port, letters.get(mail % letters.size()));
      sent.set(mail, receipt.at() - due, receipt.code());
    } catch (IOException broken) {
      sent.set(mail, System.nanoTime() - due, 0);
    }
  }

  private static void await(List<Future<?>> all) throws IOException {
    try {
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException fault) {
      throw new IOException("A client failed.", fault);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while sending.", stopped);
    }
  }
}
