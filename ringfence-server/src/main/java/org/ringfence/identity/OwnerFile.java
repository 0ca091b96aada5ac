package org.ringfence.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file for its owner alone.
 *
 * <p>It is written anew beside the old one and put in its place, so that a reader sees the one or
 * the other. Two who write wait for one another.
 *
 * @param path where it stands
 */
public record OwnerFile(Path path) {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  /** Makes new content of the old; empty where there was no file. */
  @FunctionalInterface
  public interface Change {
    byte[] of(Optional<byte[]> old) throws IOException;
  }

  /**
   * What it holds; empty where there is no file.
   *
   * @throws IOException with a sentence for the operator where others may read or write it
   */
  public Optional<byte[]> read() throws IOException {
    try {
      requireOwnerOnly();
      return Optional.of(Files.readAllBytes(path));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /**
   * Replaces what it holds.
   *
   * @throws IOException with a sentence for the operator where it cannot be read or written
   */
  public void change(Change change) throws IOException {
    Path lock = path.resolveSibling(path.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(
                lock,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER));
        var held = channel.lock()) {
      if (held.isValid()) {
        write(change.of(read()));
      }
    } catch (NoSuchFileException noFolder) {
      throw new IOException(
          path.getParent() + ": there is no such folder. Make it, or name the state folder.",
          noFolder);
    }
  }

  private void write(byte[] content) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Path next =
        Files.createTempFile(
            folder,
            String.valueOf(path.getFileName()),
            ".new",
            PosixFilePermissions.asFileAttribute(OWNER));
    try {
      try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(content));
        channel.force(true);
      }
      // Made by root, it still is the service's, whose folder it stands in.
      if (!Files.getOwner(next).equals(Files.getOwner(folder))) {
        Files.setOwner(next, Files.getOwner(folder));
      }
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private void requireOwnerOnly() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    List<PosixFilePermission> others = new ArrayList<>(view.readAttributes().permissions());
    others.removeAll(OWNER);
    if (!others.isEmpty()) {
      throw new IOException(
          path + ": others than its owner may use this file. Run chmod 600 " + path + ".");
    }
  }
}
