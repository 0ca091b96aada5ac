package org.ringfence.door.smtp;

import java.io.IOException;
import org.ringfence.connector.smtp.Reply;

/**
 * A client does what none may do: it is told so, and the connection ends, for nobody can tell any
 * more where its next command begins.
 */
final class Breach extends IOException {
  private static final long serialVersionUID = 1L;

  private final int code;

  private Breach(int code, String text) {
    super(text);
    this.code = code;
  }

  /** A line that does not end with CR LF, or holds one of the two inside (RFC 5321 §2.3.8). */
  static Breach lineEnd(String what) {
    return new Breach(554, "5.5.2 " + what + " is no line end, and stands nowhere else either");
  }

  /** An octet that may not be there. */
  static Breach nul() {
    return new Breach(554, "5.5.2 NUL is not taken");
  }

  /** A line of the message beyond the bound. */
  static Breach longLine() {
    return new Breach(554, "5.6.0 A line of the message is too long");
  }

  /** A command beyond the bound. */
  static Breach longCommand() {
    return new Breach(500, "5.5.2 The command is too long");
  }

  /** Something was sent where the client has to wait (RFC 2920 §3.1, RFC 3207 §4.2). */
  static Breach tooSoon(String command) {
    return new Breach(554, "5.5.0 More was sent before " + command + " was answered");
  }

  /** Chunks come without a command each; they were not offered, and would be read as commands. */
  static Breach chunks() {
    return new Breach(502, "5.5.1 BDAT is not offered");
  }

  /** Another protocol, or a message that is taken for commands. */
  static Breach noMail() {
    return new Breach(500, "5.5.1 This is no SMTP");
  }

  /** The client makes mistake after mistake. */
  static Breach tooMuch() {
    return new Breach(421, "4.7.0 Too many errors or idle commands");
  }

  Reply reply() {
    return Reply.of(code, String.valueOf(getMessage()));
  }
}
