package org.ringfence.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The mail server behind Ringfence in the demonstration: it takes every mail, on loopback alone,
 * and keeps it as a file for each recipient. Nothing ever leaves it.
 */
public final class MailSink implements AutoCloseable {
  private final Path folder;
  private final List<Delivered> delivered = new CopyOnWriteArrayList<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ServerSocket listening;

  /**
   * Listens from now on.
   *
   * @param folder where mails are kept
   * @throws IOException where no port of loopback can be had
   */
  public MailSink(Path folder) throws IOException {
    this.folder = folder;
    this.listening = new ServerSocket();
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread.ofVirtual().name("sink").start(this::accept);
  }

  /** Where it listens. */
  public int port() {
    return listening.getLocalPort();
  }

  /** What it has, in the order of coming. */
  public List<Delivered> delivered() {
    return List.copyOf(delivered);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        close(listening);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      new SinkSession(socket, this::keep).run();
    } catch (IOException gone) {
      // Whoever hangs up has its mail still.
    } finally {
      sockets.remove(socket);
    }
  }

  private synchronized void keep(String recipient, byte[] message) throws IOException {
    delivered.add(Delivered.write(folder, delivered.size() + 1, recipient, message));
  }

  private static void close(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception gone) {
      // It is closed either way.
    }
  }

  @Override
  public void close() {
    close(listening);
    sockets.forEach(MailSink::close);
  }
}
