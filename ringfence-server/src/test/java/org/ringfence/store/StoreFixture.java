package org.ringfence.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringfence.custody.CaseBook.Query;
import org.ringfence.custody.CaseEntry;
import org.ringfence.custody.Custody.Kept;
import org.ringfence.custody.Custody.Wanted;

/** A real store in a folder of its own, which goes when it is closed. */
public final class StoreFixture implements AutoCloseable {
  private static final int MOST = 10_000;

  private final Path folder;
  private final Store store;

  /** An empty store. */
  public StoreFixture(InstantSource clock) {
    try {
      folder = Files.createTempDirectory("ringfence-store");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    store = Store.open(settings(), Optional.empty(), Retention.standard(), clock);
  }

  /** Where it is. */
  public StoreSettings settings() {
    return new StoreSettings.Sqlite(folder.resolve("ringfence.db"));
  }

  /** The store. */
  public Store store() {
    return store;
  }

  /** All that is kept, oldest first. */
  public List<Kept> kept() {
    return store
        .custody()
        .list(new Wanted(List.of(), Optional.empty(), Optional.empty(), MOST))
        .reversed();
  }

  /** All that is remembered up to now, oldest first. */
  public List<CaseEntry> remembered() {
    store.settle();
    return store.cases().search(Query.newest(MOST)).reversed();
  }

  @Override
  public void close() {
    store.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
