package org.ringfence.bench.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.ringfence.bench.peer.Delivery;
import org.ringfence.bench.peer.Mails.Mail;

/** A mail made ready to be sent, so that nothing is made ready while it is timed. */
final class Letter {
  private final byte[] client;
  private final byte[] envelope;
  private final byte[] content;

  private Letter(byte[] client, byte[] envelope, byte[] content) {
    this.client = client;
    this.envelope = envelope;
    this.content = content;
  }

  /** Makes {@code mail} ready for {@code port}. */
  static Letter of(Mail mail) {
    Delivery delivery = mail.delivery();
    return new Letter(
        ascii("PROXY TCP4 %s 127.0.0.1 40000 25\r\n".formatted(delivery.client())),
        ascii(
            "MAIL FROM:<%s> BODY=8BITMIME\r\nRCPT TO:<%s>\r\nDATA\r\n"
                .formatted(delivery.mailFrom(), delivery.rcptTo())),
        stuffed(mail.octets().toByteArray()));
  }

  /** The first line, which says for whom we speak. */
  void writeClient(OutputStream out) throws IOException {
    out.write(client);
  }

  /** MAIL, RCPT and DATA. */
  void writeEnvelope(OutputStream out) throws IOException {
    out.write(envelope);
  }

  /** The message with CR LF at each line's end, dots doubled, and the dot that ends it. */
  void writeContent(OutputStream out) throws IOException {
    out.write(content);
  }

  /** Octets of the message. */
  int length() {
    return content.length;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** RFC 5321 §4.5.2: a dot more where a line begins with one. */
  private static byte[] stuffed(byte[] message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(message.length + message.length / 32);
    boolean atStart = true;
    for (byte octet : message) {
      if (octet == '\n') {
        out.writeBytes(ascii("\r\n"));
      } else if (octet != '\r') {
        if (atStart && octet == '.') {
          out.write('.');
        }
        out.write(octet);
      }
      atStart = octet == '\n';
    }
    out.writeBytes(ascii(atStart ? ".\r\n" : "\r\n.\r\n"));
    return out.toByteArray();
  }
}
