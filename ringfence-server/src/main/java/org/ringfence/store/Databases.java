package org.ringfence.store;

import java.nio.file.Path;
import org.ringfence.custody.CustodyFailure;

/** Opens the kind of database that the settings name. */
final class Databases {
  private Databases() {}

  /**
   * Made where it is missing, and brought up to date.
   *
   * @throws CustodyFailure where that cannot be done
   */
  static Database opened(StoreSettings settings) {
    return switch (settings) {
      case StoreSettings.Sqlite(Path file) -> SqliteDatabase.open(file);
      case StoreSettings.Postgres postgres -> PostgresDatabase.open(postgres);
    };
  }

  /**
   * As it is, for reading alone.
   *
   * @throws CustodyFailure where there is none
   */
  static Database asItIs(StoreSettings settings) {
    return switch (settings) {
      case StoreSettings.Sqlite(Path file) -> SqliteDatabase.asItIs(file);
      case StoreSettings.Postgres postgres -> PostgresDatabase.asItIs(postgres);
    };
  }
}
