package org.ringfence.store;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class PostgresStoreTest extends StoreContract {
  @TempDir static Path folder;

  private static Optional<PostgresServer> server = Optional.empty();

  private Optional<StoreSettings> database = Optional.empty();

  @BeforeAll
  static void start() {
    server = Optional.of(new PostgresServer(folder));
  }

  @AfterAll
  static void stop() {
    server.ifPresent(PostgresServer::close);
  }

  @Override
  StoreSettings settings() {
    if (database.isEmpty()) {
      database = Optional.of(server.orElseThrow().database());
    }
    return database.get();
  }
}
