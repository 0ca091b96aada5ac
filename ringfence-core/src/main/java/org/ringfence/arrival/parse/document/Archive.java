package org.ringfence.arrival.parse.document;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.ringfence.mail.Octets;

/**
 * The files of a ZIP archive (PKWARE APPNOTE 6.3.10 §4.3), by its central directory.
 *
 * <p>Office programs go by the central directory, so it decides here too: the JDK's {@code
 * ZipInputStream} goes by the local headers, which can show it a harmless archive where Office sees
 * another. The JDK's {@code ZipFile} needs a file.
 *
 * @param entries at most {@link #MOST_ENTRIES}, in the directory's order
 * @param complete whether the directory was read to its end
 */
record Archive(List<Entry> entries, boolean complete) {
  private static final int MOST_ENTRIES = 2_000;
  private static final int END_SIZE = 22;
  private static final int DIRECTORY_SIZE = 46;
  private static final int LOCAL_SIZE = 30;

  Archive {
    entries = List.copyOf(entries);
  }

  /**
   * One file.
   *
   * @param name its path
   * @param isEncrypted whether a password is needed
   * @param deflated whether it is compressed
   * @param packed its octets as they stand in the archive
   */
  record Entry(String name, boolean isEncrypted, boolean deflated, Octets packed) {
    /** The unpacked content; the caller counts what it reads. */
    InputStream open() {
      return deflated
          ? new InflaterInputStream(packed.stream(), new Inflater(true))
          : packed.stream();
    }
  }

  /** Whether {@code octets} begin as an archive does. */
  static boolean isOne(Octets octets) {
    return octets.startsWith((byte) 'P', (byte) 'K', (byte) 3, (byte) 4);
  }

  /** Reads the directory of {@code octets}; a broken one yields what precedes the break. */
  static Archive of(Octets octets) {
    int end = end(octets);
    List<Entry> entries = new ArrayList<>();
    if (end < 0) {
      return new Archive(entries, false);
    }
    // Octets before the archive shift every offset; the end record shows by how much.
    long start = (long) end - u32(octets, end + 12);
    long shift = start - u32(octets, end + 16);
    long at = start;
    int count = u16(octets, end + 10);
    for (int i = 0; i < count; i++) {
      if (i == MOST_ENTRIES || at < 0 || !isAt(octets, at, 0x02014b50L, DIRECTORY_SIZE)) {
        return new Archive(entries, false);
      }
      int record = (int) at;
      entry(octets, record, shift).ifPresent(entries::add);
      at +=
          DIRECTORY_SIZE
              + u16(octets, record + 28)
              + u16(octets, record + 30)
              + u16(octets, record + 32);
    }
    return new Archive(entries, true);
  }

  private static int end(Octets octets) {
    int lowest = Math.max(0, octets.length() - END_SIZE - 0xffff);
    for (int at = octets.length() - END_SIZE; at >= lowest; at--) {
      if (octets.at(at) == 'P' && u32(octets, at) == 0x06054b50L) {
        return at;
      }
    }
    return -1;
  }

  private static Optional<Entry> entry(Octets octets, int record, long shift) {
    int flags = u16(octets, record + 8);
    int method = u16(octets, record + 10);
    long size = u32(octets, record + 20);
    int nameEnd = record + DIRECTORY_SIZE + u16(octets, record + 28);
    long local = u32(octets, record + 42) + shift;
    if (nameEnd > octets.length() || local < 0 || !isAt(octets, local, 0x04034b50L, LOCAL_SIZE)) {
      return Optional.empty();
    }
    int header = (int) local;
    long data = local + LOCAL_SIZE + u16(octets, header + 26) + u16(octets, header + 28);
    if (data + size > octets.length() || (method != 0 && method != 8)) {
      return Optional.empty();
    }
    byte[] name = octets.slice(record + DIRECTORY_SIZE, nameEnd).toByteArray();
    Octets packed = octets.slice((int) data, (int) (data + size));
    return Optional.of(
        new Entry(new String(name, StandardCharsets.UTF_8), (flags & 1) != 0, method == 8, packed));
  }

  /** The file called {@code name}. */
  Optional<Entry> entry(String name) {
    return entries.stream().filter(entry -> entry.name.equals(name)).findFirst();
  }

  private static boolean isAt(Octets octets, long at, long mark, int size) {
    return at + size <= octets.length() && u32(octets, (int) at) == mark;
  }

  private static int u16(Octets octets, int at) {
    return (octets.at(at) & 0xff) | (octets.at(at + 1) & 0xff) << 8;
  }

  private static long u32(Octets octets, int at) {
    return u16(octets, at) | (long) u16(octets, at + 2) << 16;
  }
}
