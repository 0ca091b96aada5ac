package org.ringfence.cli.demo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** As much of SMTP (RFC 5321) as Ringfence speaks to its next hop. */
final class SinkSession {
  private static final int LONGEST_LINE = 1 << 16;
  private static final int LARGEST_MAIL = 64 << 20;

  private final InputStream in;
  private final OutputStream out;
  private final Keeping keeping;
  private final List<String> recipients = new ArrayList<>();

  /** Takes a mail for one recipient. */
  interface Keeping {
    void keep(String recipient, byte[] message) throws IOException;
  }

  SinkSession(Socket socket, Keeping keeping) throws IOException {
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    this.keeping = keeping;
  }

  /** Serves until the client goes. */
  void run() throws IOException {
    say("220 sink.example ESMTP");
    String line = text(line());
    while (!line.regionMatches(true, 0, "QUIT", 0, 4)) {
      answer(line);
      line = text(line());
    }
    say("221 2.0.0 Bye");
  }

  private void answer(String line) throws IOException {
    switch (line.strip().split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
      case "EHLO" ->
          say("250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES");
      case "MAIL", "RSET" -> {
        recipients.clear();
        say("250 2.0.0 Ok");
      }
      case "RCPT" -> {
        recipients.add(line.substring(line.indexOf('<') + 1, line.lastIndexOf('>')));
        say("250 2.1.5 Ok");
      }
      case "DATA" -> data();
      default -> say("250 2.0.0 Ok");
    }
  }

  private void data() throws IOException {
    say("354 Go on");
    byte[] message = message();
    for (String recipient : recipients) {
      keeping.keep(recipient, message);
    }
    recipients.clear();
    say("250 2.0.0 Kept");
  }

  private byte[] message() throws IOException {
    var message = new ByteArrayOutputStream();
    byte[] line = line();
    while (!text(line).equals(".\r\n")) {
      int stuffed = line[0] == '.' ? 1 : 0;
      message.write(line, stuffed, line.length - stuffed);
      if (message.size() > LARGEST_MAIL) {
        throw new IOException("The mail is too large.");
      }
      line = line();
    }
    return message.toByteArray();
  }

  /** With its line end. */
  private byte[] line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      line.write(octet);
      if (octet == '\n') {
        return line.toByteArray();
      }
      if (line.size() > LONGEST_LINE) {
        throw new IOException("The line is too long.");
      }
    }
    throw new EOFException("The client is gone.");
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.ISO_8859_1);
  }

  private void say(String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
