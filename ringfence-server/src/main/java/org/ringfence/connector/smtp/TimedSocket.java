package org.ringfence.connector.smtp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import jdk.net.ExtendedSocketOptions;

/**
 * A connection that must get on: by a time that its owner sets from step to step, or it is closed.
 *
 * <p>The owner's thread reads and writes; {@link #close} and {@link #endInput} may be called by
 * others.
 */
public final class TimedSocket implements AutoCloseable {
  private static final int BUFFER = 1 << 14;

  private final Socket socket;
  private final LongSupplier ticker;
  private final Consumer<TimedSocket> gone;
  private final boolean canHurry;
  private InputStream in;
  private OutputStream out;
  private boolean encrypted;
  private volatile boolean timed;
  private volatile long end;

  TimedSocket(Socket socket, LongSupplier ticker, Consumer<TimedSocket> gone) throws IOException {
    this.socket = socket;
    this.ticker = ticker;
    this.gone = gone;
    // Replies are short and waited for: held back for the peer's delayed ACK each costs 40 ms.
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    this.canHurry = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
    this.in = new BufferedInputStream(new PromptInput(socket.getInputStream()), BUFFER);
    this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
  }

  /** Acknowledges at once what a peer sends in short packets; the system forgets it was told. */
  private final class PromptInput extends FilterInputStream {
    PromptInput(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
      if (canHurry) {
        socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
      }
      return super.read(octets, offset, length);
    }
  }

  /** From now on the connection has {@code time}, whatever it does. */
  public void within(Duration time) {
    end = ticker.getAsLong() + time.toNanos();
    timed = true;
  }

  /** From now on it is not the connection that is waited for. */
  public void untimed() {
    timed = false;
  }

  /** Whether its time is up. */
  public boolean isOverdue() {
    return timed && end - ticker.getAsLong() < 0;
  }

  /** What comes in. {@code available()} tells what the peer has sent already. */
  public InputStream input() {
    return in;
  }

  /** What goes out, as soon as it is flushed. */
  public OutputStream output() {
    return out;
  }

  /** The other end. */
  public Socket socket() {
    return socket;
  }

  /** Whether TLS is spoken. */
  public boolean isEncrypted() {
    return encrypted;
  }

  /** Speaks TLS from now on, as the client; where {@code verified}, with the host alone. */
  public void encryptTo(String host, boolean verified, SSLContext context) throws IOException {
    SSLSocket tls = layered(context, host);
    tls.setUseClientMode(true);
    if (verified) {
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      tls.setSSLParameters(parameters);
    }
    encrypt(tls);
  }

  /** Speaks TLS from now on, as the server. */
  public void encryptAsServer(SSLContext context) throws IOException {
    SSLSocket tls = layered(context, socket.getInetAddress().getHostAddress());
    tls.setUseClientMode(false);
    encrypt(tls);
  }

  private SSLSocket layered(SSLContext context, String host) throws IOException {
    return (SSLSocket)
        context.getSocketFactory().createSocket(socket, host, socket.getPort(), true);
  }

  private void encrypt(SSLSocket tls) throws IOException {
    tls.startHandshake();
    in = new BufferedInputStream(tls.getInputStream(), BUFFER);
    out = new BufferedOutputStream(tls.getOutputStream(), BUFFER);
    encrypted = true;
  }

  /** Whoever reads finds the end of what comes in, and can still write. */
  public void endInput() {
    try {
      socket.shutdownInput();
    } catch (IOException gone) {
      // It is gone either way.
    }
  }

  /**
   * Ends it, whoever waits on it. The socket itself is closed and not the TLS above it, which would
   * wait for a write that hangs.
   */
  @Override
  public void close() {
    gone.accept(this);
    try {
      socket.close();
    } catch (IOException nothingToDo) {
      // It is gone either way.
    }
  }
}
