package org.ringfence.door.spamd;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.ringfence.door.spamd.Head.Dialect;
import org.ringfence.mail.Octets;

/**
 * Writes answers as spamd does, which is not the same for each version: before 1.3 an answer has
 * one header line, and Exim, which asks in 1.2, understands no other.
 */
final class Replies {
  private Replies() {}

  /** The answer to PING. */
  static byte[] pong() {
    return bytes("SPAMD/1.5 0 PONG\r\n");
  }

  /** The answer to a command about a message; {@code body} is empty for CHECK. */
  static byte[] of(Head head, Findings findings, Octets body) {
    if (head.dialect() == Dialect.RSPAMC) {
      return bytes(rspamd(findings));
    }
    var out = new ByteArrayOutputStream();
    out.writeBytes(bytes(head(head, findings, body.length())));
    out.writeBytes(body.toByteArray());
    return out.toByteArray();
  }

  private static String head(Head head, Findings findings, int length) {
    String first = "SPAMD/1.1 0 EX_OK\r\n";
    String spam = "Spam: " + findings.spam() + "\r\n";
    String size = "Content-length: " + length + "\r\n";
    return switch (head.command()) {
      case CHECK, PING, SKIP, TELL -> first + spam + "\r\n";
      case SYMBOLS, REPORT, REPORT_IFSPAM ->
          head.minor() >= 3 ? first + size + spam + "\r\n" : first + spam + "\r\n";
      case PROCESS, HEADERS ->
          head.minor() >= 3
              ? first + size + spam + "\r\n"
              : head.minor() == 2 ? first + size + "\r\n" : "SPAMD/1.0 0 EX_OK\r\n";
    };
  }

  private static String rspamd(Findings findings) {
    return "RSPAMD/1.3 0 EX_OK\r\nMetric: default; "
        + findings.spam().replace(" ;", ";")
        + " / "
        + Findings.threshold()
        + "\r\nAction: "
        + (findings.isSpam() ? "reject" : "no action")
        + "\r\n"
        + findings.report().replace("\n", "\r\n")
        + "\r\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
