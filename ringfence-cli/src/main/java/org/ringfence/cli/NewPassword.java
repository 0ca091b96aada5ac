package org.ringfence.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.ringfence.identity.PasswordHash;

/** Asks for a new password: twice and unseen at a terminal, else one line of standard input. */
final class NewPassword {
  private static final int SHORTEST = 12;
  private static final int SALT_BYTES = 16;

  private final Console console;

  NewPassword(Console console) {
    this.console = console;
  }

  /**
   * The hash of what was typed.
   *
   * @throws CommandFailure where it is too short, or was not typed twice alike
   */
  PasswordHash ask() {
    String password = console.isTerminal("in") ? typed() : line();
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      throw new CommandFailure(
          "A password has " + SHORTEST + " characters at least. A few words in a row are good.");
    }
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return PasswordHash.of(password, salt);
  }

  private static String typed() {
    java.io.Console terminal =
        Optional.ofNullable(System.console())
            .orElseThrow(
                () -> new CommandFailure("Nobody can type here. Give it on standard input."));
    char[] first = terminal.readPassword("New password: ");
    char[] second = terminal.readPassword("The same again: ");
    if (first == null || !Arrays.equals(first, second)) {
      throw new CommandFailure("The two are not alike; nothing was changed.");
    }
    return new String(first);
  }

  private String line() {
    try {
      String line =
          new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8))
              .readLine();
      return line == null ? "" : line;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
