package org.ringfence.connector.smtp;

import java.io.IOException;
import java.io.OutputStream;
import org.ringfence.mail.Octets;

/**
 * Writes a message as DATA has it, with its end (RFC 5321 §4.1.1.4, §4.5.2).
 *
 * <p>Attack: SMTP smuggling. Hosts differ in what they take for the end of a line, and so for the
 * end of a message. Whatever the message holds, CR LF alone ends lines here: a bare LF, which our
 * reading of the message took for a line's end, becomes CR LF; a bare CR, which it did not, becomes
 * a blank.
 */
final class DataWriter {
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final byte[] END = {'.', '\r', '\n'};

  private final OutputStream out;
  private final Runnable progress;

  /**
   * @param progress is told before each line
   */
  DataWriter(OutputStream out, Runnable progress) {
    this.out = out;
    this.progress = progress;
  }

  /** Writes {@code message}, without the end. */
  void write(Octets message) throws IOException {
    int at = 0;
    while (at < message.length()) {
      progress.run();
      int feed = message.indexOf((byte) '\n', at);
      int next = feed < 0 ? message.length() : feed + 1;
      int end = feed < 0 ? next : feed;
      boolean hasReturn = feed > at && message.at(feed - 1) == '\r';
      line(message.slice(at, hasReturn ? end - 1 : end));
      at = next;
    }
  }

  /** Writes the end, which makes the message the host's. */
  void end() throws IOException {
    progress.run();
    out.write(END);
    out.flush();
  }

  private void line(Octets line) throws IOException {
    if (line.startsWith((byte) '.')) {
      out.write('.');
    }
    if (line.indexOf((byte) '\r', 0) < 0) {
      line.stream().transferTo(out);
    } else {
      for (int i = 0; i < line.length(); i++) {
        out.write(line.at(i) == '\r' ? ' ' : line.at(i));
      }
    }
    out.write(LINE_END);
  }
}
