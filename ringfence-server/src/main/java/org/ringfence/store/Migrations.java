package org.ringfence.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.ringfence.custody.CustodyFailure;

/** Brings the tables up to date, forward only; what a later version made is left alone. */
final class Migrations {
  private final Flyway flyway;
  private final String name;

  /**
   * @param dialect the folder below {@code db}
   * @param name the store's name in messages
   */
  Migrations(DataSource source, String dialect, String name) {
    this.name = name;
    this.flyway =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:db/" + dialect)
            .failOnMissingLocations(true)
            .ignoreMigrationPatterns(new String[0])
            .load();
  }

  /**
   * @throws CustodyFailure where that cannot be done; then nothing was changed
   */
  void migrate() {
    try {
      flyway.migrate();
    } catch (FlywayException failure) {
      throw new CustodyFailure(
          name
              + ": the store could not be opened. Check that you may write there, and that this is"
              + " a store of this or an earlier version of Ringfence.",
          failure);
    }
  }

  /** What is wrong with the version of the tables, as sentences. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (flyway.info().pending().length > 0) {
      faults.add(
          name
              + ": the tables are those of an earlier version; they are brought up to date when"
              + " Ringfence serves.");
    }
    Arrays.stream(flyway.info().all())
        .filter(made -> made.getState().isApplied() && !made.getState().isResolved())
        .map(Migrations::version)
        .forEach(
            version ->
                faults.add(
                    name
                        + ": the tables are those of a later version ("
                        + version
                        + "). Use that version of Ringfence, or restore a backup."));
    Arrays.stream(flyway.info().all())
        .filter(made -> made.getState().isFailed())
        .map(Migrations::version)
        .forEach(
            version ->
                faults.add(
                    name
                        + ": bringing the tables to version "
                        + version
                        + " failed half-way. Restore a backup."));
    return faults;
  }

  private static String version(MigrationInfo made) {
    return String.valueOf(made.getVersion());
  }
}
