package org.ringfence.bench.flow;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Takes one mail to a mail server over a connection of its own, as most sending hosts do. */
final class Courier {
  private static final int PATIENCE_MILLIS = 120_000;
  private static final byte[] HELLO =
      "EHLO mx.sender.example\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] QUIT = "QUIT\r\n".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[2_048];
  private int from;
  private int to;

  private Courier(Socket socket) throws IOException {
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /** How one mail fared: the code of the reply to it, and when it came by {@code nanoTime}. */
  record Receipt(int code, long at) {
    boolean isAccepted() {
      return code / 100 == 2;
    }
  }

  /** Sends {@code letter}, and returns the reply that decided. */
  static Receipt send(int port, Letter letter) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      return new Courier(socket).send(letter);
    }
  }

  private Receipt send(Letter letter) throws IOException {
    letter.writeClient(out);
    int code = reply();
    if (code == 220) {
      out.write(HELLO);
      code = reply();
    }
    if (code == 250) {
      letter.writeEnvelope(out);
      code = Math.max(reply(), Math.max(reply(), reply()));
    }
    if (code == 354) {
      letter.writeContent(out);
      code = reply();
    }
    Receipt receipt = new Receipt(code, System.nanoTime());
    out.write(QUIT);
    return receipt;
  }

  /** The code of a whole reply. */
  private int reply() throws IOException {
    int code = 0;
    boolean last = false;
    while (!last) {
      code = 0;
      for (int i = 0; i < 3; i++) {
        code = code * 10 + next() - '0';
      }
      last = next() != '-';
      while (next() != '\n') {
        // To the end of the line.
      }
    }
    return code;
  }

  private int next() throws IOException {
    if (from == to) {
      from = 0;
      to = in.read(buffer);
      if (to <= 0) {
        to = 0;
        throw new EOFException("The mail server went away.");
      }
    }
    return buffer[from++];
  }
}
