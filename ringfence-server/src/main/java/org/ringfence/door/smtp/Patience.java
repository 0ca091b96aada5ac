package org.ringfence.door.smtp;

import org.ringfence.connector.smtp.Reply;

/**
 * How much of a client is borne: what is no SMTP not at all, mistakes and idle talk for a while.
 */
final class Patience {
  /** Commands that lead to no mail; then the client is only passing its time here. */
  private static final int IDLE_COMMANDS = 100;

  private final int mostErrors;
  private int errors;
  private int idleCommands;

  /**
   * @param mostErrors how many mistakes end the connection
   */
  Patience(int mostErrors) {
    this.mostErrors = mostErrors;
  }

  /**
   * Hears a command.
   *
   * @throws Breach where it is the last that is heard
   */
  void hear(CommandLine command) throws Breach {
    if (command.verb().equals("BDAT")) {
      throw Breach.chunks();
    }
    if (command.isForeign()) {
      throw Breach.noMail();
    }
    if (errors >= mostErrors || idleCommands >= IDLE_COMMANDS) {
      throw Breach.tooMuch();
    }
    idleCommands += command.verb().equals("RCPT") ? 0 : 1;
  }

  /** Mistakes count; recipients whom the next host does not know are none. */
  void answer(Reply reply) {
    boolean isMistake = (reply.code() >= 500 && reply.code() <= 504) || reply.code() == 555;
    errors += isMistake ? 1 : 0;
  }

  /** A mail was sent. */
  void renew() {
    idleCommands = 0;
  }
}
