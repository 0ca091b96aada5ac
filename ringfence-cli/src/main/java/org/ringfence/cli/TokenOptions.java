package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringfence.door.http.token.Token;
import org.ringfence.door.http.token.TokenFile;
import org.ringfence.settings.Overrides;
import picocli.CommandLine.Option;

/** Which file of tokens a command is about. */
final class TokenOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The file of settings, which names the folder of tokens. Else the defaults.")
  @Nullable Path config;

  @Option(
      names = "--tokens",
      paramLabel = "DIR",
      description = "The folder of tokens.json instead.")
  @Nullable Path tokens;

  /** The file. */
  TokenFile file(Console console) {
    Path named = tokens;
    return new TokenFile(named == null ? configured(console) : named);
  }

  private Path configured(Console console) {
    return new SettingsSource(console, Optional.ofNullable(config), new Overrides())
        .read()
        .settings()
        .doors()
        .http()
        .tokens();
  }

  /**
   * All tokens.
   *
   * @throws CommandFailure where they cannot be read
   */
  List<Token> read(Console console) {
    try {
      return file(console).read();
    } catch (IOException unusable) {
      throw new CommandFailure(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  /**
   * Changes them.
   *
   * @throws CommandFailure where they cannot be read or written
   */
  void change(Console console, UnaryOperator<List<Token>> change) {
    try {
      if (tokens == null) {
        // The state folder of a service that has not run yet; a folder that is named must be there.
        Files.createDirectories(
            configured(console),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      file(console).change(change);
      console.err().println("It counts once Ringfence has reloaded: systemctl reload ringfence");
    } catch (IOException unusable) {
      throw new CommandFailure(String.valueOf(unusable.getMessage()), unusable);
    }
  }
}
