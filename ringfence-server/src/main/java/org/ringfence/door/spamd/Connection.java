package org.ringfence.door.spamd;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/** A connection of a client. */
final class Connection implements AutoCloseable {
  private static final int BUFFER = 16 << 10;

  private final SocketChannel channel;
  private final Watch watch;
  private final Session session;
  private volatile boolean done;

  Connection(SocketChannel channel, Watch watch, Session session) {
    this.channel = channel;
    this.watch = watch;
    this.session = session;
  }

  /**
   * Serves it. A client that is still sending gets to the end of it, so that he sees the answer.
   */
  void run() throws IOException {
    InputStream in = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
    OutputStream out = Channels.newOutputStream(channel);
    session.run(in, out, watch);
    done = true;
    channel.shutdownOutput();
    byte[] rest = new byte[BUFFER];
    while (in.read(rest) >= 0) {
      // What comes now was not asked for.
    }
  }

  /** Whether a request is under way. */
  boolean isBusy() {
    return !done;
  }

  /** Whether it has taken too long. */
  boolean isOverdue() {
    return watch.isOver();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException gone) {
      // It is of no use either way.
    }
  }
}
