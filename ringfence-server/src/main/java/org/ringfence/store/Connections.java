package org.ringfence.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Connections to a database.
 *
 * @param jdbi gives them out
 * @param end closes those that are kept open
 */
record Connections(Jdbi jdbi, Runnable end) implements AutoCloseable {
  /** Connections that are kept open, and made anew where one breaks. */
  static Connections kept(HikariConfig config) {
    HikariDataSource pool = new HikariDataSource(config);
    return new Connections(Jdbi.create(pool), pool::close);
  }

  /** A connection for each question. */
  static Connections made(DataSource source) {
    return new Connections(Jdbi.create(source), () -> {});
  }

  @Override
  public void close() {
    end.run();
  }
}
