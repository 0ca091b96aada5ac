package org.ringfence.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.ringfence.settings.Overrides;
import org.ringfence.settings.SettingsReader;
import org.ringfence.settings.WrongSettings;

/**
 * Where the settings of a command are, so that they can be read again.
 *
 * @param file the file of settings, if there is one
 * @param overrides what stands over it
 */
record SettingsSource(Console console, Optional<Path> file, Overrides overrides) {
  /**
   * The settings as they are now; what is doubtful in them is said on standard error.
   *
   * @throws CommandFailure where they cannot be used; it shows every problem with its place
   */
  SettingsReader.Reading read() {
    SettingsReader reader = new SettingsReader(console.environment(), Path.of("").toAbsolutePath());
    try {
      SettingsReader.Reading reading =
          file.map(path -> reader.read(path, overrides)).orElseGet(() -> reader.read(overrides));
      console.err().print(reading.warnings());
      return reading;
    } catch (WrongSettings wrong) {
      throw new CommandFailure(String.valueOf(wrong.getMessage()), wrong);
    }
  }
}
