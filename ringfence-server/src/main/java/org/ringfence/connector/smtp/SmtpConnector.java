package org.ringfence.connector.smtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.LongSupplier;

/** Connects to the next host. May be shared between threads. */
public final class SmtpConnector implements AutoCloseable {
  private final NextHop hop;
  private final SmtpTimes times;
  private final SocketWatch watch;

  /**
   * @param ticker the elapsed-time clock in nanoseconds
   */
  public SmtpConnector(NextHop hop, SmtpTimes times, LongSupplier ticker) {
    this.hop = hop;
    this.times = times;
    this.watch = SocketWatch.started(ticker);
  }

  /** The host. */
  public NextHop hop() {
    return hop;
  }

  /**
   * A new connection, greeted, under TLS where that is wanted.
   *
   * @throws NextHopFailure where it cannot be had
   */
  public SmtpConnection open() throws NextHopFailure {
    TimedSocket socket = connected();
    try {
      return SmtpConnection.greeted(socket, hop, times);
    } catch (NextHopFailure failure) {
      socket.close();
      throw failure;
    }
  }

  private TimedSocket connected() throws NextHopFailure {
    var socket = new Socket();
    try {
      socket.connect(
          new InetSocketAddress(hop.host(), hop.port()),
          Math.toIntExact(times.connect().toMillis()));
      return watch.over(socket);
    } catch (IOException failure) {
      close(socket);
      throw new NextHopFailure(
          NextHopFailure.Kind.NOT_REACHED,
          hop + " cannot be connected to. See whether it runs, and whether next-hop is right.",
          failure);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException nothingToDo) {
      // It was never open.
    }
  }

  /** Watches over no connection any more. */
  @Override
  public void close() {
    watch.close();
  }
}
