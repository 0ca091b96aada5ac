package org.ringfence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringfence.identity.People;
import org.ringfence.identity.PeopleFile;
import org.ringfence.identity.Person;
import org.ringfence.settings.Overrides;
import picocli.CommandLine.Option;

/** Which file of people a command is about. */
final class UserOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The file of settings, which names the folder of people. Else the defaults.")
  @Nullable Path config;

  @Option(
      names = "--people",
      paramLabel = "DIR",
      description = "The folder of people.json instead.")
  @Nullable Path folder;

  /**
   * Does something with the people.
   *
   * @throws CommandFailure where they cannot be read or written
   */
  <T> T with(Console console, Function<People, T> work) {
    try {
      return work.apply(new PeopleFile(folder(console)));
    } catch (UncheckedIOException unusable) {
      throw new CommandFailure(
          String.valueOf(Objects.requireNonNull(unusable.getCause()).getMessage()), unusable);
    }
  }

  private Path folder(Console console) {
    Path named = folder;
    if (named != null) {
      return named;
    }
    Path state =
        new SettingsSource(console, Optional.ofNullable(config), new Overrides())
            .read()
            .settings()
            .doors()
            .http()
            .tokens();
    try {
      // The state folder of a service that has not run yet; a folder that is named must be there.
      Files.createDirectories(
          state,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      return state;
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  /**
   * A person's name as it is kept.
   *
   * @throws CommandFailure where it can be none
   */
  static String name(String given) {
    String name = given.toLowerCase(Locale.ROOT);
    if (!Person.isName(name)) {
      throw new CommandFailure(
          "A name has up to 100 letters, digits, dots, hyphens, underscores and at signs.");
    }
    return name;
  }

  /**
   * The person of a name.
   *
   * @throws CommandFailure where there is none
   */
  static Person known(People people, String name) {
    return people
        .find(name(name))
        .orElseThrow(
            () -> new CommandFailure("There is nobody of that name. See: ringfence user list"));
  }
}
