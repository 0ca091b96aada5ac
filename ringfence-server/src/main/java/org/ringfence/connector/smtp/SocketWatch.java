package org.ringfence.connector.smtp;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Closes sockets whose time is up, which ends a read or a write that hangs.
 *
 * <p>The timeouts of Java's sockets count from octet to octet, and for reading alone: a peer that
 * sends one a minute would stay for ever. May be shared between threads.
 */
public final class SocketWatch implements AutoCloseable {
  private static final Duration SWEEP = Duration.ofMillis(100);

  private final LongSupplier ticker;
  private final Set<TimedSocket> sockets = ConcurrentHashMap.newKeySet();
  private final Thread sweeping;

  private SocketWatch(LongSupplier ticker) {
    this.ticker = ticker;
    this.sweeping = Thread.ofPlatform().name("smtp-watch").daemon().unstarted(this::sweep);
  }

  /**
   * A watch that is awake.
   *
   * @param ticker the elapsed-time clock in nanoseconds
   */
  public static SocketWatch started(LongSupplier ticker) {
    var watch = new SocketWatch(ticker);
    watch.sweeping.start();
    return watch;
  }

  /** Watches {@code socket} until it is closed. */
  public TimedSocket over(Socket socket) throws IOException {
    var timed = new TimedSocket(socket, ticker, sockets::remove);
    sockets.add(timed);
    return timed;
  }

  /** Watches no more. Sockets that are open stay so. */
  @Override
  public void close() {
    sweeping.interrupt();
  }

  private void sweep() {
    while (!Thread.currentThread().isInterrupted()) {
      sockets.stream().filter(TimedSocket::isOverdue).forEach(TimedSocket::close);
      try {
        Thread.sleep(SWEEP);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }
}
