package org.ringfence.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.settings.Overrides;
import org.ringfence.settings.Settings;
import org.ringfence.store.Store;
import org.ringfence.store.StoreSettings;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which store a command is about: the one of the settings, or a file that is named. */
final class StoreOptions {
  @Parameters(
      paramLabel = "SETTINGS",
      arity = "0..1",
      description = "The file of settings, which names the store. Without one: the defaults.")
  @Nullable Path settings;

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description = "A store of one file instead: a copy, or the ledger of `ringfence webhook`.")
  @Nullable Path store;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "The key file of that store, where it has one.")
  @Nullable Path keyFile;

  private Settings.Store read(Console console) {
    return new SettingsSource(console, Optional.ofNullable(settings), new Overrides())
        .read()
        .settings()
        .store();
  }

  /** Where the store is. */
  StoreSettings place(Console console) {
    Path named = store;
    return named == null
        ? StoreWiring.place(read(console).place())
        : new StoreSettings.Sqlite(named);
  }

  /** Its key file. */
  Optional<Path> keyFile(Console console) {
    return keyFile != null || store != null
        ? Optional.ofNullable(keyFile)
        : read(console).keyFile();
  }

  /**
   * The store, open, with the times of the settings.
   *
   * @throws CommandFailure where it cannot be had
   */
  Store open(Console console) {
    try {
      return Store.open(
          place(console),
          keyFile(console),
          StoreWiring.retention(read(console).keep()),
          InstantSource.system());
    } catch (CustodyFailure failure) {
      throw failure(failure);
    }
  }

  static CommandFailure failure(CustodyFailure failure) {
    return new CommandFailure(String.valueOf(failure.getMessage()), failure);
  }
}
