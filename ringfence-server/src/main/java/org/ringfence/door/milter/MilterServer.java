package org.ringfence.door.milter;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.ringfence.reception.Reception;
import org.ringfence.reception.Room;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for mail servers: each connection has a virtual thread, and one more thread closes those
 * that take too long.
 *
 * <p>When it is closed it accepts nobody any more, ends connections between two messages at once,
 * and lets messages under way end within their time. A connection that breaks costs no message: the
 * mail server does with it what {@code milter_default_action} says.
 */
public final class MilterServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MilterServer.class);
  private static final Duration SWEEP = Duration.ofMillis(100);

  private final MilterSettings settings;
  private final Clocks clocks;
  private final Desk desk;
  private final Semaphore places;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final Listening listening;
  private volatile boolean closing;

  /**
   * The time.
   *
   * @param wall when a message was received
   * @param ticker elapsed time in nanoseconds
   */
  public record Clocks(InstantSource wall, LongSupplier ticker) {}

  /** A server that does not listen yet. */
  public MilterServer(
      MilterAddress address, MilterSettings settings, Reception reception, Clocks clocks) {
    this.settings = settings;
    this.clocks = clocks;
    this.listening = new Listening(address);
    this.places = new Semaphore(settings.connections());
    this.desk =
        new Desk(
            reception,
            settings.messageBytes(),
            new Room(
                settings.roomBytes(), settings.messageBytes(), settings.packetTime().dividedBy(2)),
            clocks.wall(),
            () -> closing);
  }

  /**
   * Listens from now on, and returns the address as the mail server's configuration writes it.
   *
   * @throws IOException with a sentence for the operator where the address cannot be had
   */
  public String start() throws IOException {
    ServerSocketChannel channel = listening.open();
    Thread.ofVirtual().name("milter-accept").start(() -> accept(channel));
    Thread.ofPlatform().name("milter-watch").daemon().start(this::watch);
    return listening.name();
  }

  /** Takes no further message, and waits for those under way. */
  @Override
  public void close() {
    closing = true;
    listening.close();
    long end = clocks.ticker().getAsLong() + settings.drain().toNanos();
    while (!connections.isEmpty() && end - clocks.ticker().getAsLong() > 0) {
      connections.stream().filter(one -> !one.isBusy()).forEach(Connection::close);
      if (!rest()) {
        break;
      }
    }
    connections.forEach(Connection::close);
  }

  private void accept(ServerSocketChannel channel) {
    while (!closing) {
      places.acquireUninterruptibly();
      try {
        serve(channel.accept());
      } catch (IOException | RuntimeException | OutOfMemoryError failure) {
        places.release();
        if (!closing) {
          // Mostly no more files may be opened, or no memory; that may pass, and the door stays.
          LOG.error("A connection could not be accepted: {}", failure.toString());
          rest();
        }
      }
    }
  }

  private void serve(SocketChannel channel) throws IOException {
    if (channel.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
      // Replies are short and waited for: held back for the peer's delayed ACK each costs 40 ms.
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }
    var watch = new Watch(settings.idle(), settings.packetTime(), clocks.ticker());
    var connection = new Connection(channel, watch, settings.packetBytes(), desk);
    connections.add(connection);
    Thread.ofVirtual().name("milter").start(() -> run(connection));
  }

  /** The guard of the door: whatever one connection meets, the others go on. */
  private void run(Connection connection) {
    try {
      connection.run();
    } catch (IOException failure) {
      if (!closing) {
        LOG.warn("A connection ended early: {}", connection.reason(failure));
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
      LOG.error("Ringfence failed on a connection.", fault);
    } finally {
      connection.close();
      connections.remove(connection);
      places.release();
    }
  }

  private void watch() {
    while (!closing || !connections.isEmpty()) {
      connections.stream().filter(Connection::isOverdue).forEach(Connection::close);
      if (!rest()) {
        return;
      }
    }
  }

  private static boolean rest() {
    try {
      Thread.sleep(SWEEP);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
