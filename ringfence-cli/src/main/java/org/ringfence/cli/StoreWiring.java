package org.ringfence.cli;

import java.time.InstantSource;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.settings.Secret;
import org.ringfence.settings.Settings;
import org.ringfence.store.Retention;
import org.ringfence.store.Store;
import org.ringfence.store.StoreSettings;

/** Opens the store that the settings name. */
final class StoreWiring {
  private StoreWiring() {}

  /**
   * The store, open.
   *
   * @throws CommandFailure where it cannot be had
   */
  static Store open(Settings.Store settings) {
    try {
      return Store.open(
          place(settings.place()),
          settings.keyFile(),
          retention(settings.keep()),
          InstantSource.system());
    } catch (CustodyFailure | IllegalArgumentException failure) {
      throw new CommandFailure(String.valueOf(failure.getMessage()), failure);
    }
  }

  /** Where it is, in the store's own terms. */
  static StoreSettings place(Settings.Place place) {
    return switch (place) {
      case Settings.InFile(var file) -> new StoreSettings.Sqlite(file);
      case Settings.OnServer(var address, var database, var user, var password) ->
          new StoreSettings.Postgres(
              "jdbc:postgresql://" + address + "/" + database,
              user,
              password.map(Secret::reveal).orElse(""));
    };
  }

  /** How long what is kept. */
  static Retention retention(Settings.Keep keep) {
    return new Retention(
        keep.cases(),
        keep.clear(),
        keep.quarantine(),
        keep.finished(),
        keep.audit(),
        keep.alerts(),
        keep.numbers(),
        keep.counters());
  }
}
