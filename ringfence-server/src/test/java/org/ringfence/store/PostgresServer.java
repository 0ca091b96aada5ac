package org.ringfence.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL server of our own on this machine, which can be killed and started again. */
public final class PostgresServer implements AutoCloseable {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Path data;
  private EmbeddedPostgres server;

  /** Starts it, with its files in {@code folder}. */
  public PostgresServer(Path folder) {
    this.data = folder.resolve("data");
    this.server = started(0);
  }

  private EmbeddedPostgres started(int port) {
    try {
      Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setServerConfig("fsync", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("recovery_init_sync_method", "syncfs")
              .setPGStartupWait(Duration.ofSeconds(60));
      return (port == 0 ? builder : builder.setPort(port)).start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A new, empty database. */
  public StoreSettings.Postgres database() {
    String name = "ringfence_" + DATABASES.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return new StoreSettings.Postgres(
        "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name, "postgres", "postgres");
  }

  /** Kills it as the power cut does. */
  public void kill() throws IOException, InterruptedException {
    long process = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    ProcessHandle handle = ProcessHandle.of(process).orElseThrow();
    handle.children().forEach(ProcessHandle::destroyForcibly);
    handle.destroyForcibly();
    while (handle.isAlive()) {
      Thread.sleep(10);
    }
  }

  /** Starts it again where it was. */
  public void restart() {
    int port = server.getPort();
    close();
    server = started(port);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
