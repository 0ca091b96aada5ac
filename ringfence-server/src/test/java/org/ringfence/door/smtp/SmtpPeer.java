package org.ringfence.door.smtp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that speaks to the door, octet for octet; a character stands for each. */
final class SmtpPeer implements AutoCloseable {
  private Socket socket;
  private InputStream in;
  private OutputStream out;

  /** One that was greeted. */
  SmtpPeer(String place) throws IOException {
    this.socket =
        new Socket(
            InetAddress.getLoopbackAddress(),
            Integer.parseInt(place.substring(place.lastIndexOf(':') + 1)));
    socket.setSoTimeout(30_000);
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    reply();
  }

  void write(String octets) throws IOException {
    out.write(octets.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** The reply to one command, on one line, without line ends. */
  String say(String command) throws IOException {
    write(command + "\r\n");
    return reply();
  }

  /** The replies to commands that are sent at once. */
  List<String> say(List<String> commands) throws IOException {
    write(String.join("\r\n", commands) + "\r\n");
    List<String> replies = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      replies.add(reply());
    }
    return replies;
  }

  /** Begins a mail; each must be taken. */
  SmtpPeer mail(String from, String... to) throws IOException {
    taken("MAIL FROM:" + from);
    for (String recipient : to) {
      taken("RCPT TO:" + recipient);
    }
    return this;
  }

  private void taken(String command) throws IOException {
    String reply = say(command);
    if (!reply.startsWith("250 ")) {
      throw new AssertionError(command + ": " + reply);
    }
  }

  /** Sends a message, and returns what is said to it. */
  String data(String message) throws IOException {
    String start = say("DATA");
    if (!start.startsWith("354")) {
      return start;
    }
    return say(message.replaceAll("(?m)^\\.", "..") + ".");
  }

  /** A reply, its lines with a blank between; empty where the door has closed the connection. */
  String reply() throws IOException {
    var reply = new StringBuilder();
    String line = line();
    while (line.length() > 3 && line.charAt(3) == '-') {
      reply.append(line).append(' ');
      line = line();
    }
    return reply.append(line).toString();
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  /** Speaks TLS from now on. */
  void encrypt(SSLContext context) throws IOException {
    SSLSocket tls =
        (SSLSocket) context.getSocketFactory().createSocket(socket, "localhost", 0, true);
    tls.startHandshake();
    socket = tls;
    in = new BufferedInputStream(tls.getInputStream());
    out = tls.getOutputStream();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
