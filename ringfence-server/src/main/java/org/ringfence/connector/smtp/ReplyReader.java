package org.ringfence.connector.smtp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads replies, as long as they stay within bounds. */
final class ReplyReader {
  /** RFC 5321 §4.5.3.1.5 has 512 octets; some hosts explain themselves at length. */
  private static final int LINE = 4096;

  private static final int LINES = 200;

  private final InputStream in;

  ReplyReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next reply.
   *
   * @throws IOException where the connection broke, or what came is no reply
   */
  Reply read() throws IOException {
    List<String> lines = new ArrayList<>();
    while (lines.size() < LINES) {
      String line = line();
      lines.add(line.length() > 4 ? line.substring(4) : "");
      if (line.length() == 3 || line.charAt(3) != '-') {
        return new Reply(code(line), lines);
      }
    }
    throw new IOException("A reply has too many lines.");
  }

  private static int code(String line) throws IOException {
    int code = 0;
    for (char c : line.substring(0, 3).toCharArray()) {
      code = 10 * code + c - '0';
    }
    if (code < 200 || code > 599) {
      throw new IOException("This is no reply code: " + code);
    }
    return code;
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The host ended the connection.");
      }
      if (line.size() == LINE) {
        throw new IOException("A line of a reply is too long.");
      }
      line.write(c < ' ' && c != '\r' ? ' ' : c);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1).replace("\r", "");
    boolean begins =
        text.length() >= 3 && text.chars().limit(3).allMatch(c -> c >= '0' && c <= '9');
    if (!begins) {
      throw new IOException("What came is no reply.");
    }
    return text;
  }
}
