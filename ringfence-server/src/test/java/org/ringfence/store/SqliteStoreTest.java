package org.ringfence.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest extends StoreContract {
  @TempDir Path folder;

  @Override
  StoreSettings settings() {
    return new StoreSettings.Sqlite(folder.resolve("state/ringfence.db"));
  }
}
