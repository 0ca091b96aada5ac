package org.ringfence.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;
import org.ringfence.custody.CustodyFailure;

/** A database of a PostgreSQL server, which several processes may share. */
final class PostgresDatabase implements Database {
  private static final int WRITERS = 1;
  private static final int READERS = 6;
  private static final int MIGRATING = 3;
  private static final long PATIENCE_MILLIS = 5_000;
  private static final int CONNECT_SECONDS = 3;
  private static final int SILENCE_SECONDS = 20;
  private static final String CONNECTIONS = "08";

  /** Whatever the server's default: what we say is kept is on its disk. */
  private static final String DURABLY = "SET synchronous_commit TO on";

  /** Shutting down, starting up, too many clients; lost a race with another node. */
  private static final Set<String> PASSING =
      Set.of("57P01", "57P02", "57P03", "53300", "40001", "40P01");

  private final StoreSettings.Postgres settings;
  private final Connections writing;
  private final Connections reading;

  private PostgresDatabase(
      StoreSettings.Postgres settings, Connections writing, Connections reading) {
    this.settings = settings;
    this.writing = writing;
    this.reading = reading;
  }

  /**
   * Brings the tables up to date.
   *
   * @throws CustodyFailure when that cannot be done
   */
  static PostgresDatabase open(StoreSettings.Postgres settings) {
    try (HikariDataSource durably = new HikariDataSource(pool(settings, MIGRATING, false))) {
      migrations(durably, settings).migrate();
    }
    return new PostgresDatabase(
        settings,
        Connections.kept(pool(settings, WRITERS, false)),
        Connections.kept(pool(settings, READERS, true)));
  }

  /** The tables as they are, for reading; nothing is opened before they are asked. */
  static PostgresDatabase asItIs(StoreSettings.Postgres settings) {
    Connections each = Connections.made(source(settings));
    return new PostgresDatabase(settings, each, each);
  }

  private static Migrations migrations(DataSource source, StoreSettings settings) {
    return new Migrations(source, "postgresql", settings.name());
  }

  private static PGSimpleDataSource source(StoreSettings.Postgres settings) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(settings.address());
    source.setUser(settings.user());
    source.setPassword(settings.password());
    source.setApplicationName("ringfence");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(SILENCE_SECONDS);
    source.setTcpKeepAlive(true);
    return source;
  }

  private static HikariConfig pool(StoreSettings.Postgres settings, int most, boolean readOnly) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source(settings));
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(1);
    config.setReadOnly(readOnly);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setValidationTimeout(CONNECT_SECONDS * 1_000L);
    config.setInitializationFailTimeout(-1);
    config.setConnectionInitSql(DURABLY);
    return config;
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public Jdbi writing() {
    return writing.jdbi();
  }

  @Override
  public Jdbi reading() {
    return reading.jdbi();
  }

  @Override
  public boolean passes(Throwable failure) {
    String state = state(failure);
    return state.startsWith(CONNECTIONS)
        || PASSING.contains(state)
        || Causes.has(failure, SQLTransientConnectionException.class);
  }

  @Override
  public String sentence(Throwable failure) {
    String state = state(failure);
    if (passes(failure)) {
      return name() + ": PostgreSQL cannot be reached now (" + Causes.word(failure) + ").";
    }
    return switch (state) {
      case "53100" -> name() + ": the disk of PostgreSQL is full. Make room.";
      case "28P01", "28000" -> name() + ": PostgreSQL does not let us in. Check user and password.";
      default -> name() + ": the store could not be had (" + Causes.word(failure) + ").";
    };
  }

  private static String state(Throwable failure) {
    return Causes.first(failure, SQLException.class).map(SQLException::getSQLState).orElse("");
  }

  @Override
  public void putTerms(Handle handle, long number, List<String> terms) {
    handle
        .createUpdate("INSERT INTO case_terms (number, terms) VALUES (:number, :terms)")
        .bind("number", number)
        .bindArray("terms", String.class, terms)
        .execute();
  }

  /** They go with their cases. */
  @Override
  public void dropTerms(Handle handle, List<Long> numbers) {}

  @Override
  public List<Long> search(Handle handle, List<String> terms, Span span, int most) {
    return handle
        .createQuery(
            """
            SELECT number FROM case_terms
            WHERE terms @> CAST(:terms AS text[]) AND number >= :from AND number < :before
            ORDER BY number DESC LIMIT :most
            """)
        .bindArray("terms", String.class, terms)
        .bind("from", span.from())
        .bind("before", span.before())
        .bind("most", most)
        .mapTo(Long.class)
        .list();
  }

  /** The server watches its own files and keys; see pg_amcheck. */
  @Override
  public List<String> faults(Handle handle) {
    return migrations(source(settings), settings).faults();
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }
}
