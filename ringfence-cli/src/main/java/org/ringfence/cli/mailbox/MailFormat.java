package org.ringfence.cli.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.ringfence.mail.Octets;

/**
 * What kind of file holds a mail, told by its first octets and, where these say little, its name.
 */
enum MailFormat {
  /** One message after RFC 5322. */
  MESSAGE,
  /** Several messages, each after a "From " line (RFC 4155). */
  MBOX,
  /** An Outlook item in a compound file. */
  OUTLOOK,
  /** Something else. */
  OTHER;

  /** How many first octets {@link #of} wants to see. */
  static final int PEEK = 1024;

  private static final byte[] COMPOUND_FILE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] FROM_LINE = "From ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /**
   * The format of a file called {@code name} that begins with {@code start}.
   *
   * <p>A file called .eml is always one message: in it, a line of the text that begins with "From "
   * must not hide what follows. A platform's profile, which stands beside its mails, begins as a
   * header field does, so YAML is known by its name.
   */
  static MailFormat of(String name, Octets start) {
    if (start.startsWith(COMPOUND_FILE)) {
      return OUTLOOK;
    }
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (ending.equals("eml")) {
      return MESSAGE;
    }
    if (ending.equals("yaml") || ending.equals("yml")) {
      return OTHER;
    }
    if (start.startsWith(FROM_LINE)) {
      return MBOX;
    }
    return beginsWithField(start) ? MESSAGE : OTHER;
  }

  /**
   * Whether the first line is a header field (RFC 5322 §2.2), after blank lines or a UTF-8 mark.
   */
  private static boolean beginsWithField(Octets start) {
    int at = start.startsWith(UTF8_MARK) ? UTF8_MARK.length : 0;
    while (at < start.length() && (start.at(at) == '\r' || start.at(at) == '\n')) {
      at++;
    }
    int name = at;
    while (at < start.length() && start.at(at) > ' ' && start.at(at) != ':' && start.at(at) < 127) {
      at++;
    }
    return at > name && at < start.length() && start.at(at) == ':' && !isMarkup(start, name);
  }

  /** Whether this is a file of another kind whose first word merely holds a colon. */
  private static boolean isMarkup(Octets start, int at) {
    byte first = start.at(at);
    return first == '<' || first == '{' || first == '#' || first == '%' || first == '"';
  }
}
