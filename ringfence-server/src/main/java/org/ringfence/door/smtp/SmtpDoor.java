package org.ringfence.door.smtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ringfence.connector.smtp.SmtpConnector;
import org.ringfence.connector.smtp.SocketWatch;
import org.ringfence.connector.smtp.TimedSocket;
import org.ringfence.operation.Meters;
import org.ringfence.reception.Reception;
import org.ringfence.reception.Room;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for mail servers that speak SMTP or LMTP: each connection has a virtual thread, and one
 * more thread closes those that take too long.
 *
 * <p>When it is closed it accepts nobody any more, tells those without a mail under way that it
 * closes, and lets mails under way end within their time. A connection that breaks before the reply
 * costs no mail: the client still has it.
 */
public final class SmtpDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpDoor.class);
  private static final int BACKLOG = 512;
  private static final Duration SWEEP = Duration.ofMillis(50);

  /** A message waits this long for its place, while the client sends nothing. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final SmtpAddress address;
  private final SmtpSettings settings;
  private final Desk desk;
  private final LongSupplier ticker;
  private final Meters meters;
  private final Semaphore places;
  private final Map<TimedSocket, Session> sessions = new ConcurrentHashMap<>();
  private @Nullable ServerSocket listening;
  private @Nullable SocketWatch watch;
  private volatile boolean closing;

  /**
   * The time.
   *
   * @param wall when a message was received
   * @param ticker elapsed time in nanoseconds
   */
  public record Clocks(InstantSource wall, LongSupplier ticker) {}

  /**
   * A door that does not listen yet.
   *
   * @param connector knows the next host; it is not closed with the door
   */
  public SmtpDoor(
      SmtpAddress address,
      SmtpSettings settings,
      Reception reception,
      SmtpConnector connector,
      Clocks clocks) {
    this(address, settings, reception, connector, clocks, Meters.none());
  }

  /**
   * A door that does not listen yet.
   *
   * @param connector knows the next host; it is not closed with the door
   * @param meters count who comes
   */
  public SmtpDoor(
      SmtpAddress address,
      SmtpSettings settings,
      Reception reception,
      SmtpConnector connector,
      Clocks clocks,
      Meters meters) {
    this.address = address;
    this.meters = meters;
    this.settings = settings;
    this.ticker = clocks.ticker();
    this.places = new Semaphore(settings.bounds().connections());
    SmtpSettings.Bounds bounds = settings.bounds();
    this.desk =
        new Desk(
            address.protocol(),
            settings,
            reception,
            connector,
            new Room(bounds.roomBytes(), bounds.messageBytes(), PATIENCE),
            clocks.wall(),
            () -> closing);
    meters.connections(desk.door().name(), sessions::size);
  }

  /**
   * Listens from now on, and returns where, as HOST:PORT.
   *
   * @throws IOException with a sentence for the operator where the address cannot be had
   */
  public String start() throws IOException {
    var socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address.host(), address.port()), BACKLOG);
    } catch (IOException failure) {
      socket.close();
      throw new IOException(sentence(), failure);
    }
    listening = socket;
    SocketWatch timing = SocketWatch.started(ticker);
    watch = timing;
    Thread.ofVirtual().name("smtp-accept").start(() -> accept(socket, timing));
    return address.host() + ":" + socket.getLocalPort();
  }

  private String sentence() {
    return address.host()
        + ":"
        + address.port()
        + ": this address cannot be listened on. See whether another program does, whether the"
        + " address is one of this machine, and take a port above 1023 unless you are root.";
  }

  /** Takes no further mail, and waits for those under way. */
  @Override
  public void close() {
    closing = true;
    ServerSocket socket = listening;
    if (socket != null) {
      close(socket);
    }
    long end = ticker.getAsLong() + settings.times().drain().toNanos();
    while (!sessions.isEmpty() && end - ticker.getAsLong() > 0 && rest()) {
      sessions.values().forEach(Session::leave);
    }
    sessions.keySet().forEach(TimedSocket::close);
    SocketWatch timing = watch;
    if (timing != null) {
      timing.close();
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It does not listen either way.
    }
  }

  private void accept(ServerSocket socket, SocketWatch timing) {
    while (!closing) {
      places.acquireUninterruptibly();
      try {
        serve(socket.accept(), timing);
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

  private void serve(Socket socket, SocketWatch timing) throws IOException {
    TimedSocket timed = timing.over(socket);
    Session session = new Session(timed, desk);
    sessions.put(timed, session);
    meters.connected(desk.door().name());
    Thread.ofVirtual().name("smtp").start(() -> run(timed, session));
  }

  /** The guard of the door: whatever one connection meets, the others go on. */
  private void run(TimedSocket socket, Session session) {
    try {
      session.run();
    } catch (IOException failure) {
      LOG.warn(
          "A connection ended early: {}",
          socket.isOverdue() ? "The client took too long." : String.valueOf(failure.getMessage()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
      LOG.error("Ringfence failed on a connection.", fault);
    } finally {
      socket.close();
      sessions.remove(socket);
      places.release();
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
