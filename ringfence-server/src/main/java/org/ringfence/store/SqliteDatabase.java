package org.ringfence.store;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.ringfence.custody.CustodyFailure;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One SQLite database with a write-ahead log, so that one thread writes while others read, in this
 * process or another.
 */
final class SqliteDatabase implements Database {
  private static final int BUSY_MILLIS = 2_000;
  private static final int READERS = 4;
  private static final long PATIENCE_MILLIS = 5_000;

  private final Path file;
  private final Connections writing;
  private final Connections reading;

  private SqliteDatabase(Path file, Connections writing, Connections reading) {
    this.file = file;
    this.writing = writing;
    this.reading = reading;
  }

  /**
   * Makes the file where it is missing, readable by its owner alone, and brings its tables up to
   * date.
   *
   * @throws CustodyFailure when that cannot be done
   */
  static SqliteDatabase open(Path file) {
    try {
      make(file);
    } catch (IOException failure) {
      throw new CustodyFailure(
          file + ": the store could not be made. Check that the folder is yours.", failure);
    }
    migrations(file).migrate();
    return new SqliteDatabase(
        file,
        Connections.kept(pool(source(file, writingConfig()), 1, false)),
        Connections.kept(pool(source(file, readingConfig()), READERS, true)));
  }

  /**
   * The file as it is, for reading; nothing is opened before it is asked.
   *
   * @throws CustodyFailure where there is none
   */
  static SqliteDatabase asItIs(Path file) {
    if (!Files.exists(file)) {
      throw new CustodyFailure(
          file + ": there is no store yet. `ringfence serve` and `ringfence webhook` make one.",
          new IOException("no such file"));
    }
    Connections each = Connections.made(source(file, readingConfig()));
    return new SqliteDatabase(file, each, each);
  }

  static Migrations migrations(Path file) {
    return new Migrations(source(file, writingConfig()), "sqlite", file.toString());
  }

  /**
   * Synchronous FULL: a commit outlives the power cut, which NORMAL does not promise with a WAL.
   */
  private static SQLiteConfig writingConfig() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    return config;
  }

  static SQLiteConfig readingConfig() {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLIS);
    return config;
  }

  static SQLiteDataSource source(Path file, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }

  private static HikariConfig pool(SQLiteDataSource source, int most, boolean readOnly) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(most);
    config.setReadOnly(readOnly);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setInitializationFailTimeout(-1);
    return config;
  }

  private static void make(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
    } catch (FileAlreadyExistsException there) {
      // It was made by an earlier run, with the permissions that its owner wants.
    }
  }

  @Override
  public String name() {
    return file.toString();
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
    return switch (code(failure)) {
      case SQLITE_BUSY, SQLITE_BUSY_RECOVERY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED -> true;
      default -> Causes.has(failure, SQLTransientConnectionException.class);
    };
  }

  @Override
  public String sentence(Throwable failure) {
    return file
        + switch (code(failure)) {
          case SQLITE_BUSY, SQLITE_BUSY_RECOVERY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED ->
              ": another process has the store locked. See which one with `fuser`.";
          case SQLITE_FULL -> ": the disk is full. Make room; nothing has to be restarted.";
          case SQLITE_READONLY -> ": the store may not be written. Check who owns it.";
          case SQLITE_CORRUPT, SQLITE_NOTADB ->
              ": the store is damaged. Restore a backup; `ringfence store check` says more.";
          default -> ": the store could not be had (" + Causes.word(failure) + ").";
        };
  }

  private static SQLiteErrorCode code(Throwable failure) {
    return Causes.first(failure, SQLiteException.class)
        .map(SQLiteException::getResultCode)
        .orElse(SQLiteErrorCode.UNKNOWN_ERROR);
  }

  @Override
  public void putTerms(Handle handle, long number, List<String> terms) {
    handle.execute(
        "INSERT INTO case_terms (rowid, terms) VALUES (?, ?)", number, String.join(" ", terms));
  }

  @Override
  public void dropTerms(Handle handle, List<Long> numbers) {
    handle
        .createUpdate("DELETE FROM case_terms WHERE rowid IN (<numbers>)")
        .bindList("numbers", numbers)
        .execute();
  }

  @Override
  public List<Long> search(Handle handle, List<String> terms, Span span, int most) {
    return handle
        .createQuery(
            """
            SELECT rowid FROM case_terms
            WHERE case_terms MATCH :terms AND rowid >= :from AND rowid < :before
            ORDER BY rowid DESC LIMIT :most
            """)
        .bind("terms", Terms.matching(terms))
        .bind("from", span.from())
        .bind("before", span.before())
        .bind("most", most)
        .mapTo(Long.class)
        .list();
  }

  @Override
  public List<String> faults(Handle handle) {
    List<String> faults = new ArrayList<>(migrations(file).faults());
    handle
        .createQuery("PRAGMA integrity_check(20)")
        .mapTo(String.class)
        .filter(line -> !line.equals("ok"))
        .forEach(line -> faults.add(file + ": the database is damaged: " + line));
    handle
        .createQuery("PRAGMA foreign_key_check")
        .map((row, _) -> row.getString(1) + " " + row.getString(2))
        .forEach(row -> faults.add(file + ": a row belongs to none: " + row));
    return faults;
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }
}
