package org.ringfence.door.spamd;

import java.util.Arrays;
import java.util.Optional;

/** What a client asks for. */
enum Command {
  /** The score. */
  CHECK,
  /** The score and the symbols. */
  SYMBOLS,
  /** The score and the report. */
  REPORT,
  /** The score, and the report where it is callback phishing. */
  REPORT_IFSPAM,
  /** The message with its marks. */
  PROCESS,
  /** Its header section with its marks. */
  HEADERS,
  /** Whether somebody is there. */
  PING,
  /** Nothing after all. */
  SKIP,
  /** To learn or report a message, which is not done here. */
  TELL;

  /** The command of this name. */
  static Optional<Command> of(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
  }
}
