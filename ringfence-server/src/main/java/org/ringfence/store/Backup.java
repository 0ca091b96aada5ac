package org.ringfence.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.ringfence.custody.CustodyFailure;

/** Copies a store of one file while it is in use: the copy is the store of one instant. */
public final class Backup {
  private Backup() {}

  /**
   * Copies the store, compacted, and has the copy on the disk on return. Mail is taken in
   * meanwhile.
   *
   * @param to a file that is not there yet
   * @throws CustodyFailure where that cannot be done; then there is no half copy
   */
  public static void copy(StoreSettings.Sqlite from, Path to) {
    if (!Files.exists(from.file())) {
      throw new CustodyFailure(from.file() + ": there is no store.", new IOException("no file"));
    }
    try {
      make(to);
    } catch (IOException failure) {
      throw new CustodyFailure(
          to + ": this file could not be made. Name one that is not there yet.", failure);
    }
    try {
      Jdbi.create(SqliteDatabase.source(from.file(), SqliteDatabase.readingConfig()))
          .useHandle(handle -> handle.execute("VACUUM INTO ?", to.toString()));
      force(to);
    } catch (JdbiException | IOException failure) {
      remove(to);
      throw new CustodyFailure(
          to + ": the copy could not be written (" + Causes.word(failure) + ").", failure);
    }
  }

  /** Its owner alone may read it, as the store itself. */
  private static void make(Path to) throws IOException {
    if (to.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(to);
    }
  }

  private static void force(Path to) throws IOException {
    try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void remove(Path to) {
    try {
      Files.deleteIfExists(to);
    } catch (IOException left) {
      // What failed first is what the operator must know.
    }
  }
}
