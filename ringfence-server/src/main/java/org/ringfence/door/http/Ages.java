package org.ringfence.door.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;

/**
 * Closes connections that have lived long enough.
 *
 * <p>Attack: a client that sends its request octet by octet is never idle, and a few hundred of
 * them take all places. Each connection serves one request, so its age is a bound for that.
 */
final class Ages implements Connection.Listener {
  private static final Duration SWEEP = Duration.ofMillis(500);

  private final Map<Connection, Long> born = new ConcurrentHashMap<>();
  private final long life;
  private final LongSupplier ticker;
  private final Runnable opened;

  /**
   * @param life how long one may live
   * @param ticker elapsed time in nanoseconds
   * @param opened called for each that is opened
   */
  Ages(Duration life, LongSupplier ticker, Runnable opened) {
    this.life = life.toNanos();
    this.ticker = ticker;
    this.opened = opened;
  }

  @Override
  public void onOpened(Connection connection) {
    born.put(connection, ticker.getAsLong());
    opened.run();
  }

  @Override
  public void onClosed(Connection connection) {
    born.remove(connection);
  }

  /** Watches until it is interrupted. */
  void watch() {
    try {
      while (true) {
        Thread.sleep(SWEEP);
        sweep();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void sweep() {
    long now = ticker.getAsLong();
    born.forEach(
        (connection, since) -> {
          if (now - since > life) {
            connection.getEndPoint().close();
          }
        });
  }
}
