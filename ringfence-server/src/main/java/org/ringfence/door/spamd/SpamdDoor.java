package org.ringfence.door.spamd;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.ringfence.operation.Meters;
import org.ringfence.reception.Reception;
import org.ringfence.reception.Room;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for spamd's clients: each connection has a virtual thread, and one more thread closes
 * those that take too long.
 *
 * <p>When it is closed it accepts nobody any more, and lets requests under way end within their
 * time. A client that gets no answer lets its mail pass, unless it is told otherwise.
 */
public final class SpamdDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpamdDoor.class);
  private static final Duration SWEEP = Duration.ofMillis(100);
  private static final String NAME = "spamd";

  private final SpamdSettings settings;
  private final Clocks clocks;
  private final Session.Desk desk;
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

  /** A door that does not listen yet, and that nobody counts at. */
  public SpamdDoor(
      SpamdAddress address, SpamdSettings settings, Reception reception, Clocks clocks) {
    this(address, settings, reception, clocks, Meters.none());
  }

  /** A door that does not listen yet. */
  public SpamdDoor(
      SpamdAddress address,
      SpamdSettings settings,
      Reception reception,
      Clocks clocks,
      Meters meters) {
    this.settings = settings;
    this.clocks = clocks;
    this.listening = new Listening(address);
    this.places = new Semaphore(settings.connections());
    this.desk =
        new Session.Desk(
            reception,
            new Room(
                settings.roomBytes(), settings.messageBytes(), settings.requestTime().dividedBy(2)),
            clocks,
            meters);
    meters.connections(NAME, connections::size);
  }

  /**
   * Listens from now on, and returns the address as {@code spamc} is told it: "-d HOST -p PORT", or
   * "-U PATH".
   *
   * @throws IOException with a sentence for the operator where the address cannot be had
   */
  public String start() throws IOException {
    ServerSocketChannel channel = listening.open();
    Thread.ofVirtual().name("spamd-accept").start(() -> accept(channel));
    Thread.ofPlatform().name("spamd-watch").daemon().start(this::watch);
    return listening.name();
  }

  /** Takes no further request, and waits for those under way. */
  @Override
  public void close() {
    closing = true;
    listening.close();
    long end = clocks.ticker().getAsLong() + settings.drain().toNanos();
    while (connections.stream().anyMatch(Connection::isBusy)
        && end - clocks.ticker().getAsLong() > 0) {
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
        admit(channel.accept());
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

  private void admit(SocketChannel channel) throws IOException {
    if (channel.getRemoteAddress() instanceof InetSocketAddress peer && !mayAsk(peer)) {
      LOG.warn("refused from={}: not one of the peers", peer.getAddress().getHostAddress());
      channel.close();
      places.release();
    } else {
      serve(channel);
    }
  }

  private boolean mayAsk(InetSocketAddress peer) {
    return peer.getAddress().isLoopbackAddress()
        || settings.peers().stream().anyMatch(network -> network.contains(peer.getAddress()));
  }

  private void serve(SocketChannel channel) {
    var connection =
        new Connection(
            channel,
            new Watch(settings.requestTime(), clocks.ticker()),
            new Session(settings, desk));
    connections.add(connection);
    desk.meters().connected(NAME);
    Thread.ofVirtual().name("spamd").start(() -> run(connection));
  }

  /** The guard of the door: whatever one connection meets, the others go on. */
  private void run(Connection connection) {
    try {
      connection.run();
    } catch (IOException failure) {
      LOG.warn(
          "A connection ended early: {}",
          connection.isOverdue() ? "it took too long" : failure.getClass().getSimpleName());
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
